using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>Most reflections are begun somewhere else.</summary>
public sealed class PasteTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    // As Word puts it on the clipboard, shortened: lists are paragraphs with a class, bold is a style.
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
        <h1 style='mso-line-height-rule:exactly'>My first month<o:p></o:p></h1>
        <p class=MsoNormal>We met <b style='mso-bidi-font-weight:normal'>four times</b>.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>listen<o:p></o:p></p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>ask<o:p></o:p></p>
        <!--EndFragment--></body></html>
        """;

    // As Google Docs does: everything within a <b> that means nothing, bold and italic as styles of spans.
    private const string Docs = """
        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400;">My first month</span></h1>
        <p dir="ltr"><span style="font-weight:400;">We met </span><span style="font-weight:700;">four times</span><span style="font-weight:400;">.</span></p>
        <ul><li dir="ltr"><p dir="ltr" role="presentation"><span>listen</span></p></li><li dir="ltr"><p dir="ltr" role="presentation"><span>ask</span></p></li></ul></b>
        """;

    [Theory]
    [InlineData(Word)]
    [InlineData(Docs)]
    public async Task A_paste_keeps_headings_lists_and_bold_and_nothing_else(string html)
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var mentor = await school.MentorAsync();
        var frame = await mentor.OpenInTabAsync(Link);
        var write = new Write(frame);

        await PasteAsync(write, html);
        await write.ShouldBeSavedAsync();
        await write.HandInAsync();

        (await write.Text.Locator("h1, h2, h3").AllInnerTextsAsync()).ShouldBe(["My first month"]);
        (await write.Text.Locator("strong").AllInnerTextsAsync()).ShouldBe(["four times"]);
        (await write.Text.Locator("ul > li").AllInnerTextsAsync()).ShouldBe(["listen", "ask"]);
        (await write.Text.InnerTextAsync()).ShouldNotContain("·");
    }

    private static async Task PasteAsync(Write write, string html)
    {
        await write.ReadyAsync();
        await write.Editor.ClickAsync();
        await write.Editor.EvaluateAsync(
            """
            (editor, html) => {
              const clipboardData = new DataTransfer()
              clipboardData.setData('text/html', html)
              editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
            }
            """,
            html);
    }
}
