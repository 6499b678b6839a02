using MentorCourseLti.Hosting;

namespace MentorCourseLti.Tests.Hosting;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Amber \t Finch ", "Amber   Finch")]
    [InlineData("Amber\r\nFinch", "Amber  Finch")]
    [InlineData("A\0B", "A B")]
    [InlineData(" \0 ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("🌿", "🌿")]
    public void A_line_has_no_control_characters(string? text, string? line) => PlainText.Line(text, 100).ShouldBe(line);

    [Fact]
    public void A_line_is_cut_between_characters()
    {
        PlainText.Line("abcdef", 3).ShouldBe("abc");
        PlainText.Line("ab🌿", 3).ShouldBe("ab");
        PlainText.Line("ab🌿", 4).ShouldBe("ab🌿");
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("tab\tstays", "tab\tstays")]
    [InlineData("bell\aand nul\0go", "belland nulgo")]
    [InlineData("  white space stays  ", "  white space stays  ")]
    public void Lines_keep_their_ends_and_lose_what_no_database_takes(string text, string lines) => PlainText.Lines(text).ShouldBe(lines);

    [Fact]
    public void Half_characters_are_replaced()
    {
        string text = PlainText.Lines("a" + (char)0xD800 + "b" + (char)0xDC00);
        text.ShouldBe("a\uFFFDb\uFFFD");
        PlainText.Lines(null).ShouldBe("");
    }
}
