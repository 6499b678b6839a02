using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Terms;

/// <summary>The weeks of one course: when they begin, how many, and what they skip. Activities with a place in a week are dated by it.</summary>
public sealed class Term
{
    public required CourseId CourseId { get; init; }

    public required TermCalendar Calendar { get; set; }

    /// <summary>Raised by every change, so that two who move weeks notice one another.</summary>
    public int Version { get; private set; }

    public void Change(TermCalendar calendar)
    {
        Calendar = calendar;
        Version++;
    }
}
