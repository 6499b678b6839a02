namespace MentorCourseLti.Internship.Groups;

/// <summary>A mentor of a group: the person whom the LMS knows by this id, in whichever course shell of the programme.</summary>
public sealed class GroupMentor
{
    public required GroupId GroupId { get; init; }

    /// <summary>The LMS's own id of the person (<c>sub</c>).</summary>
    public required string Subject { get; init; }
}
