using System.IO.Compression;
using System.Text;

namespace MentorCourseLti.Internship.Attachments;

/// <summary>Tells what a file is from its content. Its name and what the browser says of it are only claims.</summary>
public static class FileContent
{
    private const int HeadLength = 16;
    private const int LongestMediaType = 100;

    // Of an archive: a document with a picture on each of a thousand slides has some five thousand.
    private const int MostEntries = 10_000;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>None where it is not one of the kinds that we take. The stream must be able to seek.</summary>
    public static FileKind? FindKind(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        content.Position = 0;
        int length = content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return FindKind(content, head[..length]);
    }

    private static FileKind? FindKind(Stream content, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return FileKind.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return FileKind.Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return FileKind.WebP;
        // ISO base media file format: size, "ftyp", brand.
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8) && HeicBrands.Contains(Encoding.ASCII.GetString(head[8..12]), StringComparer.Ordinal))
            return FileKind.Heic;
        if (head.StartsWith("%PDF-"u8))
            return FileKind.Pdf;
        return head.StartsWith("PK\u0003\u0004"u8) ? FindKindOfArchive(content) : null;
    }

    /// <summary>Word, PowerPoint and LibreOffice keep their documents in zip archives.</summary>
    private static FileKind? FindKindOfArchive(Stream content)
    {
        try
        {
            if (HasMoreEntries(content, MostEntries))
                return null;
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // A document that carries a program.
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            if (names.Contains("[Content_Types].xml"))
                return FindKindOfOfficeDocument(names);
            return archive.GetEntry("mimetype") is { } entry ? FindKindOfOpenDocument(entry) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Counted in the bytes: an archive's own number of entries need not be true, and each entry that is read costs far more than it takes in the file.</summary>
    private static bool HasMoreEntries(Stream content, int most)
    {
        var signature = "PK\u0001\u0002"u8;
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        int kept = 0;
        int found = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is > 0 and int read)
        {
            var block = buffer.AsSpan(0, kept + read);
            found += block.Count(signature);
            if (found > most)
                return true;
            // A signature may begin at the end of a block.
            kept = Math.Min(signature.Length - 1, block.Length);
            block[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static FileKind? FindKindOfOfficeDocument(HashSet<string> names) =>
        names.Contains("word/document.xml") ? FileKind.Docx
        : names.Contains("ppt/presentation.xml") ? FileKind.Pptx
        : names.Contains("xl/workbook.xml") ? FileKind.Xlsx
        : null;

    private static FileKind? FindKindOfOpenDocument(ZipArchiveEntry entry)
    {
        Span<byte> type = stackalloc byte[LongestMediaType];
        using var stream = entry.Open();
        int length = stream.ReadAtLeast(type, LongestMediaType, throwOnEndOfStream: false);
        string mediaType = Encoding.ASCII.GetString(type[..length]).Trim();
        return FileKind.All.FirstOrDefault(kind => kind.MediaType == mediaType && kind.MediaType.Contains("opendocument", StringComparison.Ordinal));
    }
}
