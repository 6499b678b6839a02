namespace MentorCourseLti.Features.Picture;

/// <summary>Hours and sessions by weeks.</summary>
/// <param name="Present">The Monday of the present week.</param>
/// <param name="GoalHours">Of all mentors together.</param>
public sealed record WeekPicture(IReadOnlyList<PictureWeek> Weeks, DateOnly Present, decimal GoalHours)
{
    public decimal ApprovedHours => Hours(Weeks.Sum(week => week.ApprovedMinutes));

    public int Held => Weeks.Sum(week => week.Held);

    /// <summary>Sessions whose time has come, held or not.</summary>
    public int WereDue => Weeks.Sum(week => week.Held + week.CalledOff + week.NotLogged);

    /// <summary>Approved and waiting up to the end of a week: none for weeks to come.</summary>
    public (decimal Approved, decimal Waiting)? SumUpTo(PictureWeek week) => week.Monday > Present ? null
        : (Hours(Weeks.Where(one => one.Monday <= week.Monday).Sum(one => one.ApprovedMinutes)), Hours(Weeks.Where(one => one.Monday <= week.Monday).Sum(one => one.WaitingMinutes)));

    private static decimal Hours(int minutes) => Math.Round(minutes / 60m, 2);
}

/// <param name="Number">Its number in the term; none for a week without one.</param>
/// <param name="NotLogged">Over, and nobody has told of it.</param>
public sealed record PictureWeek(DateOnly Monday, int? Number, int ApprovedMinutes, int WaitingMinutes, int Held, int CalledOff, int NotLogged, int ToCome);
