using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentorCourseLti.Features.Shared;

/// <summary>A rubric to read: empty beside the editor, filled in as feedback.</summary>
public sealed record RubricToRead(IReadOnlyList<Criterion> Criteria, Assessment? Assessment = null);

public static class RubricReading
{
    /// <summary>An empty rubric looks the same to everybody who reads it in one language, and goes when the rubric goes.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Criterion>, Rendered> Empty = [];

    public static async Task<IHtmlContent> RubricAsync(this IHtmlHelper html, RubricToRead rubric)
    {
        string language = CultureInfo.CurrentUICulture.Name;
        if (rubric.Assessment is null && Empty.TryGetValue(rubric.Criteria, out var known) && known.Language == language)
            return known.Html;

        var content = await html.PartialAsync("_Rubric", rubric);
        if (rubric.Assessment is null)
            Empty.AddOrUpdate(rubric.Criteria, new Rendered(language, new HtmlString(Text(content))));
        return content;
    }

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed record Rendered(string Language, HtmlString Html);
}
