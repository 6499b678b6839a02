using MentorCourseLti.Internship.Groups;

namespace MentorCourseLti.Features.Groups;

/// <summary>How saving a group went.</summary>
public abstract record GroupResult
{
    private GroupResult()
    {
    }

    public sealed record Saved(GroupId Id) : GroupResult;

    public sealed record NameTaken : GroupResult;

    /// <summary>A mentor was named who is in none of the programme's courses.</summary>
    public sealed record NoSuchMentor : GroupResult;

    /// <summary>On that day the clocks skip the slot's time.</summary>
    public sealed record TimeIsSkipped(DateOnly On) : GroupResult;

    public sealed record ChangedMeanwhile : GroupResult;
}
