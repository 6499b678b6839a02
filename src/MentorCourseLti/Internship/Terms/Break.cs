namespace MentorCourseLti.Internship.Terms;

/// <summary>Days without a course: a holiday, a spring break. Both ends are part of it.</summary>
public sealed record Break(string Name, DateOnly From, DateOnly To)
{
    public const int LongestName = 100;
    public const int MostWeeks = 8;

    /// <summary>A Monday to its Sunday.</summary>
    internal bool IsWholeWeek => From.DayOfWeek is DayOfWeek.Monday && Days == 7;

    /// <summary>None or fewer where it ends before it starts.</summary>
    internal int Days => To.DayNumber - From.DayNumber + 1;

    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether a day of it lies in that week.</summary>
    internal bool Touches(DateOnly monday) => From <= monday.AddDays(6) && monday <= To;
}
