using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Features.Picture;

/// <summary>Hours and sessions by weeks.</summary>
/// <param name="GoalHours">Of all mentors together.</param>
public sealed record WeekPicture(IReadOnlyList<PictureWeek> Weeks, decimal GoalHours)
{
    public decimal ApprovedHours => Hours.OfMinutes(Weeks.Sum(week => week.ApprovedMinutes));

    public int Held => Weeks.Sum(week => week.Held);

    /// <summary>Sessions whose time has come, held or not.</summary>
    public int WereDue => Weeks.Sum(week => week.Held + week.CalledOff + week.NotLogged);
}

/// <param name="Number">Its number in the term; none for a week without one.</param>
/// <param name="SoFar">Hours up to its end; none for a week to come.</param>
/// <param name="NotLogged">Over, and nobody has told of it.</param>
public sealed record PictureWeek(DateOnly Monday, int? Number, int ApprovedMinutes, HoursSoFar? SoFar, int Held, int CalledOff, int NotLogged, int ToCome);

public sealed record HoursSoFar(decimal Approved, decimal Waiting);
