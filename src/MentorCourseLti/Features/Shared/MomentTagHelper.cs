using System.Globalization;
using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentorCourseLti.Features.Shared;

/// <summary>A time in the course's zone: <c>&lt;moment at="..."/&gt;</c>.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>To the second.</summary>
    public bool Exact { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string zone = View.HttpContext.Features.Get<CurrentVisit>()?.Member?.TimeZone ?? "Etc/UTC";
        var time = new CourseTime(zone);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("data-zone", zone);
        output.Content.SetContent(Exact ? time.Exactly(At) : time.Moment(At));
    }
}
