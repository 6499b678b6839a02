using System.Globalization;
using System.Text.Encodings.Web;
using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentorCourseLti.Features.Shared;

/// <summary>What every page shows the same way: a time, and what a person wrote. Methods rather than tag helpers, which cost a list ten times as much.</summary>
public static class ReadingHelpers
{
    /// <summary>A time in the course's zone; exact to the second for receipts.</summary>
    public static IHtmlContent Moment(this IHtmlHelper html, DateTimeOffset at, bool exact = false)
    {
        string zone = html.ViewContext.HttpContext.Features.Get<CurrentVisit>()?.Member?.TimeZone ?? "Etc/UTC";
        var time = new CourseTime(zone);
        string machine = at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
        string text = exact ? time.Exactly(at) : time.Moment(at);
        return new HtmlString($"<time datetime=\"{machine}Z\" data-zone=\"{Encode(zone)}\">{Encode(text)}</time>");
    }

    /// <summary>What a person wrote, from Markdown.</summary>
    public static IHtmlContent Written(this IHtmlHelper html, string? text, string classes = "")
    {
        ArgumentNullException.ThrowIfNull(html);
        string all = classes.Length == 0 ? "written" : $"written {classes}";
        return new HtmlString($"<div class=\"{all}\">{MarkdownText.ToHtml(text)}</div>");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
