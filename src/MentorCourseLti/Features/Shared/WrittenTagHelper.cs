using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentorCourseLti.Features.Shared;

/// <summary>What a person wrote, from Markdown: <c>&lt;written text="..."/&gt;</c>.</summary>
[HtmlTargetElement("written", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WrittenTagHelper : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        string? classes = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", classes is null ? "written" : $"written {classes}");
        output.Content.SetHtmlContent(MarkdownText.ToHtml(Text));
    }
}
