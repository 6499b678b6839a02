using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Groups;

/// <summary>A high-school senior of the programme, known by a first name or an alias and by nothing else.</summary>
public sealed class Mentee
{
    public const int LongestName = 60;

    public required MenteeId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; set; }

    public required string Name { get; set; }

    /// <summary>None as long as the mentee is in no group.</summary>
    public GroupId? GroupId { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Set when the mentee takes part no longer. Sessions keep who came.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}
