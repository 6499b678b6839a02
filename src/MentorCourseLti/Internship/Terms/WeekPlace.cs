namespace MentorCourseLti.Internship.Terms;

/// <summary>Where in a term something is due: "Friday of week 3, 23:59".</summary>
public sealed record WeekPlace(int Week, DayOfWeek Day, TimeOnly At);
