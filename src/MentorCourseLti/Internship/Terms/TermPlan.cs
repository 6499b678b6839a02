namespace MentorCourseLti.Internship.Terms;

/// <summary>The activities of a term, by weeks and without dates: what is ready, what an earlier course had, or what a file says.</summary>
/// <param name="Weeks">How many the term has in which they lie.</param>
public sealed record TermPlan(int Weeks, IReadOnlyList<TermWork> Work)
{
    /// <summary>The ready-made internship for a term of one of its <see cref="ReadyInternship.Lengths"/>; for another length, that of the nearest one stretched.</summary>
    public static TermPlan Ready(int weeks)
    {
        int length = ReadyInternship.Lengths.MinBy(known => Math.Abs(known - weeks));
        return new TermPlan(length, [.. ReadyInternship.Work.Select(work => Of(work, length))]).For(weeks);
    }

    /// <summary>The same for a longer or a shorter term: the last week stays the last, the first the first, and the order is kept.</summary>
    public TermPlan For(int weeks) => weeks == Weeks ? this : new TermPlan(weeks, [.. Work.Select(work => work with { Week = work.Week is { } week ? Stretch(week, weeks) : null })]);

    private int Stretch(int week, int weeks) => Weeks <= 1 ? 1 : 1 + (int)Math.Round((Math.Clamp(week, 1, Weeks) - 1) * (weeks - 1) / (decimal)(Weeks - 1), MidpointRounding.AwayFromZero);

    private static TermWork Of(PlannedWork work, int length) => new(
        work.Kind, work.Title, work.Prompt, work.Points, work.Title, work.Criteria, work.GoalHours, LeadersGrade: false, IsAnonymous: false, AsksSelfAssessment: false, work.WeekOf.TryGetValue(length, out int week) ? week : null);
}
