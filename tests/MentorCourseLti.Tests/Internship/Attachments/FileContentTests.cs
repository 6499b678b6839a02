using System.Text;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Internship.Attachments;

/// <summary>What a file is, its content says.</summary>
public sealed class FileContentTests
{
    public static TheoryData<string, byte[]> Known => new()
    {
        { "png", SampleFiles.Png },
        { "jpeg", SampleFiles.Jpeg },
        { "gif", [.. "GIF89a"u8, 1, 0, 1, 0] },
        { "webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8] },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0] },
        { "pdf", SampleFiles.Pdf },
        { "docx", SampleFiles.Docx },
        { "pptx", SampleFiles.Pptx },
        { "xlsx", SampleFiles.Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")) },
        { "odt", SampleFiles.Odt },
        { "odp", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.presentation")) },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_file_is_what_its_content_says(string code, byte[] content) => KindOf(content).ShouldBe(FileKind.Of(code));

    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "a letter", "a"u8.ToArray() },
        { "a program", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] },
        { "a page", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "a drawing with a script", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "an old Word document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "a document with a program", SampleFiles.Macros },
        { "an archive", SampleFiles.Zip(("readme.txt", "hello")) },
        { "an archive that says it is a web page", SampleFiles.Zip(("mimetype", "text/html")) },
        { "a document of eleven thousand parts", SampleFiles.Zip([("[Content_Types].xml", ""), ("word/document.xml", ""), .. Enumerable.Range(0, 11_000).Select(i => ($"{i}", ""))]) },
        { "an archive cut off", SampleFiles.Docx[..40] },
        { "an archive in name only", Encoding.ASCII.GetBytes("PK\u0003\u0004 and nothing more") },
        { "the beginning of a picture", SampleFiles.Png[..6] },
        { "another film", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0] },
        { "a sound", [.. "RIFF"u8, 1, 0, 0, 0, .. "WAVEfmt "u8] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Everything_else_is_none_of_the_kinds_we_take(string what, byte[] content) => KindOf(content).ShouldBeNull(what);

    [Theory]
    [InlineData("plan.pdf", true)]
    [InlineData("PLAN.PDF", true)]
    [InlineData("plan", true)]
    [InlineData("plan.docx", false)]
    [InlineData("plan.pdf.exe", false)]
    public void A_name_may_not_say_another_kind(string name, bool mayBe) => FileKind.Pdf.MayBeNamed(name).ShouldBe(mayBe);

    private static FileKind? KindOf(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return FileContent.FindKind(stream);
    }
}
