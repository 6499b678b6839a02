using System.Net;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MentorCourseLti.Hosting;

namespace MentorCourseLti.Features.Shared;

/// <summary>Renders Markdown that a person wrote: raw HTML shows as text, links lead to http(s) and mailto only, pictures from elsewhere become links.</summary>
public static class MarkdownText
{
    // A heading in a person's text stands below the page's own.
    private const int HeadingsBegin = 3;
    private const int LongestRemembered = 4_000;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Prompts, mostly: a whole class reads them.</summary>
    private static readonly Remembered<string, string> Short = new(most: 1_000, Render);

    public static string ToHtml(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return "";
        return markdown.Length <= LongestRemembered ? Short[markdown] : Render(markdown);
    }

    private static string Render(string markdown)
    {
        if (Parse(markdown) is not { } document)
            return $"<p>{WebUtility.HtmlEncode(markdown).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsAllowed(link.Url))
                link.Url = "";
            else
                Open(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            if (!link.IsEmail && !IsAllowed(link.Url))
                link.Url = "";
            else
                Open(link);
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + HeadingsBegin - 1, 6);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>None for what is nested too deeply for Markdig: it is shown as it was typed.</summary>
    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What the editor shows as text must not turn into something else here: line breaks stay, indented lines are no code.</summary>
    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseAutoLinks();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    // In a frame a link would replace the tool.
    private static void Open(Inline link)
    {
        var attributes = Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link);
        attributes.AddPropertyIfNotExist("target", "_blank");
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
    }
}
