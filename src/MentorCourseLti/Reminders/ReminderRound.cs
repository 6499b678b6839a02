using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Reminders;

/// <summary>
/// The last day on which a course's people were told what is due. It is written with their messages, so that of two nodes one writes them, and after a
/// crash either all are there or none.
/// </summary>
public sealed class ReminderRound
{
    public required CourseId CourseId { get; init; }

    public required DateOnly DoneOn { get; set; }
}
