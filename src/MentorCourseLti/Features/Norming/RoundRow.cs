using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Norming;

/// <summary>A round in the list of them.</summary>
/// <param name="Own">How many of its samples the reader has scored.</param>
/// <param name="Finished">How many graders have scored all of them.</param>
public sealed record RoundRow(Guid Id, string Title, string RubricTitle, DateTimeOffset MadeAt, DateTimeOffset? ClosedAt, int Samples, int Own, int Begun, int Finished)
{
    public bool IsClosed => ClosedAt is not null;

    public bool SeesAll => IsClosed || (Own > 0 && Own == Samples);
}

/// <summary>Who scores in a course.</summary>
/// <param name="IsExpected">False for who has scored and may no longer, or has left.</param>
public sealed record Grader(MemberId Id, string? Name, bool IsExpected);
