using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;

namespace MentorCourseLti.Features.Assess;

/// <summary>A comment on a passage, as the form of a grade carries it. Without its words it is one that was removed.</summary>
public sealed class PassageForm
{
    public string? Quote { get; set; }

    public int Nth { get; set; }

    public string? Comment { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Comment) || string.IsNullOrWhiteSpace(Quote);

    public bool IsSound => (Quote?.Length ?? 0) <= PassageNote.LongestQuote && (Comment?.Length ?? 0) <= PassageNote.LongestComment && Nth is >= 0 and < 100_000;

    public PassageNote ToNote() => new(PlainText.Line(Quote, PassageNote.LongestQuote)!, Nth, PlainText.Lines(Comment));
}
