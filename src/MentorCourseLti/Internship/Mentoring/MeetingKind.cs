namespace MentorCourseLti.Internship.Mentoring;

/// <summary>How mentor and mentees met.</summary>
public enum MeetingKind
{
    InPerson = 1,
    Video = 2,
    Chat = 3,
}
