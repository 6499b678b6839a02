using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Reminders;

/// <summary>One thing that a member is reminded of. It has no words: those are made when it is read, of what is true by then.</summary>
/// <param name="Thing">The activity that is due, the session that is over, the assessment, the log entry, or the course.</param>
public sealed record ReminderLine(ReminderKind Kind, MemberId Member, Guid Thing);
