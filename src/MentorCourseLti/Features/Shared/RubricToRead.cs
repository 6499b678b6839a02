using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentorCourseLti.Features.Shared;

/// <summary>A rubric to read: empty beside the editor, filled in as feedback.</summary>
/// <param name="Self">Where its author placed the work.</param>
public sealed record RubricToRead(IReadOnlyList<Criterion> Criteria, Assessment? Assessment = null, SelfAssessment? Self = null);

public static class RubricReading
{
    private const string Partial = "_Rubric";

    private static readonly RenderedOnce<IReadOnlyList<Criterion>> Empty = new(Partial);

    public static Task<IHtmlContent> RubricAsync(this IHtmlHelper html, RubricToRead rubric) =>
        rubric is { Assessment: null, Self: null } ? Empty.OfAsync(html, rubric.Criteria, rubric) : html.PartialAsync(Partial, rubric);
}
