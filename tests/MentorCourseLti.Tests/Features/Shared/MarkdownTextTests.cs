using AngleSharp.Html.Parser;
using MentorCourseLti.Features.Shared;

namespace MentorCourseLti.Tests.Features.Shared;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=\"x()\">b</b>")]
    [InlineData("<!-- x --><iframe src=\"https://elsewhere.example\"></iframe>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<https://a.example/\" onmouseover=\"x>")]
    public void Raw_html_shows_as_text(string markdown)
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown));
        html.QuerySelectorAll("script, img, iframe, style, b, [onclick], [onerror], [onmouseover]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//elsewhere.example/)")]
    [InlineData("[x](/s/somebody)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    public void Only_web_and_mail_addresses_are_links(string markdown)
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown));
        html.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")).ShouldAllBe(address => address == "");
        html.QuerySelectorAll("img").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[x](https://a.example/b?c=d&e)", "https://a.example/b?c=d&e")]
    [InlineData("<https://a.example>", "https://a.example")]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("[x](mailto:amber@practice.example)", "mailto:amber@practice.example")]
    [InlineData("![a picture](https://a.example/b.png)", "https://a.example/b.png")]
    public void Links_lead_out_of_the_frame_and_pictures_are_links(string markdown, string address)
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown));
        var link = html.QuerySelectorAll("a").ShouldHaveSingleItem();
        link.GetAttribute("href").ShouldBe(address);
        link.GetAttribute("target").ShouldBe("_blank");
        link.GetAttribute("rel")!.ShouldContain("noopener");
        html.QuerySelectorAll("img").ShouldBeEmpty();
    }

    [Fact]
    public void What_the_editor_shows_is_what_the_grader_sees()
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml("# One\n\nTwo **three**\nfour\n\n    five\n\n- six\n- seven\n\n> eight"));
        html.QuerySelector("h3")!.TextContent.ShouldBe("One");
        html.QuerySelector("p br").ShouldNotBeNull();
        html.QuerySelectorAll("pre, code").ShouldBeEmpty();
        html.QuerySelectorAll("li").Length.ShouldBe(2);
        html.QuerySelector("blockquote")!.TextContent.Trim().ShouldBe("eight");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_is_nothing(string? markdown) => MarkdownText.ToHtml(markdown).ShouldBe("");

    [Fact]
    public void Deep_nesting_does_no_harm()
    {
        foreach (string deep in new[] { new string('>', 2_000) + " x", new string('[', 20_000), new string('*', 20_000) + "x", string.Concat(Enumerable.Repeat("- ", 2_000)) + "x" })
            MarkdownText.ToHtml(deep).ShouldNotBeNull();
    }
}
