namespace MentorCourseLti.Internship.Activities;

/// <summary>What the LMS says of an activity's times and points: where it says something, that wins.</summary>
/// <param name="FromStaff">
/// Said at an instructor's launch. A mentor's launch may bring an own date (an extension in the LMS), which is not everybody's: it counts only as
/// long as no instructor's has said anything.
/// </param>
public sealed record LmsTerms(DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, decimal? Points, bool FromStaff)
{
    /// <summary>Whether what is said now changes anything.</summary>
    public static bool IsNews(LmsTerms? known, LmsTerms? said) => said is not null && said != known && (said.FromStaff || known is not { FromStaff: true });
}
