using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Groups;

/// <summary>One or two mentors with their mentees, who meet every week. It belongs to the programme: it goes on when the next course shell begins.</summary>
public sealed class Group
{
    public const int MostMentors = 2;
    public const int MostMentees = 30;

    private readonly List<GroupMentor> mentors = [];

    public required GroupId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; set; }

    public required string Name { get; set; }

    /// <summary>When it meets; none for a group whose sessions are planned one by one.</summary>
    public WeeklySlot? Slot { get; set; }

    public MeetingKind Kind { get; set; } = MeetingKind.Video;

    /// <summary>Where it meets by video.</summary>
    public string MeetingLink { get; set; } = "";

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Set when the group meets no longer. What was held stays.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Raised by every change, so that two who edit it notice one another.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<GroupMentor> Mentors => mentors;

    public bool IsOf(string subject) => mentors.Exists(mentor => mentor.Subject == subject);

    /// <summary>Its mentors from now on. Those who stay keep their place.</summary>
    public void GiveTo(IReadOnlyCollection<string> subjects)
    {
        mentors.RemoveAll(mentor => !subjects.Contains(mentor.Subject, StringComparer.Ordinal));
        mentors.AddRange(subjects.Distinct(StringComparer.Ordinal).Where(subject => !IsOf(subject)).Select(subject => new GroupMentor { GroupId = Id, Subject = subject }));
        Version++;
    }

    public void Touch() => Version++;
}
