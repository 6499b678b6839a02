using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Features.Calendar;

namespace MentorCourseLti.Tests.Features.Calendar;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.FromHours(-7));
    private static readonly CalendarEvent Session = new("session-1@mentors.example", 2, Noon.AddDays(-1), Noon, Noon.AddMinutes(50), "Session 3", "", "", Url: null, IsCancelled: false);

    private static readonly string[] NamesOfAFullEntry =
        ["BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "END"];

    [Fact]
    public void A_calendar_says_what_it_is_and_how_often_to_look() => CalendarFile.Of("Mentors, spring", []).ShouldBe(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//MentorCourseLti//Calendar//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
        + "NAME:Mentors\\, spring\r\nX-WR-CALNAME:Mentors\\, spring\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nEND:VCALENDAR\r\n");

    [Fact]
    public void An_entry_is_in_UTC_and_leaves_out_what_is_empty() => Entry(Session).ShouldBe(
    [
        "BEGIN:VEVENT", "UID:session-1@mentors.example", "DTSTAMP:20260205T190000Z", "LAST-MODIFIED:20260205T190000Z", "SEQUENCE:2",
        "DTSTART:20260206T190000Z", "DTEND:20260206T195000Z", "SUMMARY:Session 3", "STATUS:CONFIRMED", "END:VEVENT",
    ]);

    [Fact]
    public void An_entry_says_where_and_what_and_that_it_is_cancelled()
    {
        var lines = Entry(Session with { Description = "Bring:\r\na graph; a pen, too\\", Location = "Room 4", Url = new("https://mentors.example/s/1?a=1,2"), IsCancelled = true });
        lines.ShouldContain(@"DESCRIPTION:Bring:\na graph\; a pen\, too\\");
        lines.ShouldContain("LOCATION:Room 4");
        lines.ShouldContain("URL:https://mentors.example/s/1?a=1,2");
        lines.ShouldContain("STATUS:CANCELLED");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(0.5)]
    public void What_ends_as_it_starts_is_a_moment(double seconds) =>
        Entry(Session with { EndsAt = Noon.AddSeconds(seconds) }).ShouldNotContain(line => line.StartsWith("DTEND", StringComparison.Ordinal));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void No_language_changes_its_numbers(string culture)
    {
        string expected = CalendarFile.Of("", [Session]);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        string written = CalendarFile.Of("", [Session]);
        CultureInfo.CurrentCulture = before;
        written.ShouldBe(expected);
    }

    [Fact]
    public void A_line_of_75_octets_stays_whole_and_one_of_76_does_not()
    {
        CalendarFile.Of("", [Session with { Summary = new('a', 67) }]).ShouldContain($"SUMMARY:{new string('a', 67)}\r\n");
        CalendarFile.Of("", [Session with { Summary = $"{new string('a', 66)}ü" }]).ShouldContain($"SUMMARY:{new string('a', 66)}\r\n ü\r\n");
        CalendarFile.Of("", [Session with { Summary = new('a', 67 + 75) }]).ShouldContain($"SUMMARY:{new string('a', 67)}\r\n {new string('a', 74)}\r\n a\r\n");
    }

    [Theory]
    [InlineData("ü")]
    [InlineData("木")]
    [InlineData("🧬")]
    [InlineData("👩🏽‍🔬 🏳️‍🌈é, ")]
    public void Folding_cuts_no_character_and_unfolding_gives_the_text_back(string piece)
    {
        for (int shift = 0; shift < 5; shift++)
        {
            string summary = new string('x', shift) + string.Concat(Enumerable.Repeat(piece, 60));
            string text = CalendarFile.Of(summary, [Session with { Summary = summary }]);
            ShouldBeFolded(text);
            Summary(text).ShouldBe(summary);
        }
    }

    [Theory]
    [InlineData("Hi\r\nEND:VEVENT", @"SUMMARY:Hi\nEND:VEVENT")]
    [InlineData("Hi\nURL:https://evil.example", @"SUMMARY:Hi\nURL:https://evil.example")]
    [InlineData("Hi\rATTACH:x", @"SUMMARY:Hi\nATTACH:x")]
    [InlineData("Hi\u0085A:x\u2028B:x\u2029C:x\fD:x", @"SUMMARY:Hi\nA:x\nB:x\nC:x\nD:x")]
    [InlineData("Hi\vA\0B\u001bC\u001cD\u007fE\u009bF\tG", "SUMMARY:HiABCDEF\tG")]
    [InlineData(@"Hi\nthere", @"SUMMARY:Hi\\nthere")]
    public void Nothing_that_is_typed_begins_a_property(string summary, string line) => Entry(Session with { Summary = summary })[7].ShouldBe(line);

    [Fact]
    public void No_address_begins_a_property() =>
        Entry(Session with { Url = new("https://mentors.example/a\r\nATTACH:x", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }) })
            .ShouldContain("URL:https://mentors.example/aATTACH:x");

    [Fact]
    public void Any_summary_is_read_back() => Check(AnyPrintable, summary => Summary(CalendarFile.Of("", [Session with { Summary = summary }])).ShouldBe(summary));

    [Fact]
    public void Whatever_is_typed_the_calendar_keeps_its_shape() => Check(Gen.OneOf(AnyPrintable, AnyLineEnd, AnyCharacter), typed =>
    {
        var url = new Uri("https://mentors.example/" + Uri.EscapeDataString(typed));
        string text = CalendarFile.Of(typed, [Session with { Uid = typed, Summary = typed + "1", Description = typed + "2", Location = typed + "3", Url = url }]);
        ShouldBeFolded(text);
        Unfolded(text)[9..^1].Select(line => line.Split(':', 2)[0]).ShouldBe(NamesOfAFullEntry);
    });

    private static Gen<string> AnyLineEnd => Gen.Elements("\r", "\n", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029", "\r\n ", "\r\nATTACH:");

    // Halves of surrogate pairs too.
    private static Gen<string> AnyCharacter => Gen.Choose(0, char.MaxValue).Select(value => ((char)value).ToString());

    private static Gen<string> AnyPrintable => Gen
        .OneOf(Gen.Elements(",;:\\\"n N=ü木é\u200d\ufe0f".Select(letter => (int)letter)), Gen.Choose(' ', '~'), Gen.Choose(0x1f300, 0x1faff), Gen.Choose(0, 0x10ffff))
        .Where(value => Rune.IsValid(value) && Rune.GetUnicodeCategory(new Rune(value)) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        .Select(value => new Rune(value).ToString());

    private static void Check(Gen<string> pieces, Action<string> body) =>
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), body).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    private static string[] Entry(CalendarEvent entry) => Unfolded(CalendarFile.Of("", [entry]))[9..^1];

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];

    private static string Summary(string text) => Unescaped(Unfolded(text).FirstOrDefault(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal))?[8..] ?? "");

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (int at = 0; at < value.Length; at++)
            text.Append(value[at] != '\\' ? value[at] : value[++at] is 'n' or 'N' ? '\n' : value[at]);
        return text.ToString();
    }

    private static void ShouldBeFolded(string text)
    {
        // Throws at half a surrogate pair.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        text.ShouldEndWith("\r\n");
        foreach (string line in text.Split("\r\n"))
        {
            utf8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
            line.Any(letter => (char.IsControl(letter) && letter != '\t') || letter is '\u2028' or '\u2029').ShouldBeFalse();
        }
    }
}
