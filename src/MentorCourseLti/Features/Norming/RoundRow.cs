using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Norming;

/// <summary>A round in the list of them.</summary>
/// <param name="Own">How many of its samples the reader has scored.</param>
/// <param name="Finished">The names of those who have scored all of them; none of whom has no name.</param>
/// <param name="Begun">Of those who have scored some.</param>
public sealed record RoundRow(Guid Id, string Title, string RubricTitle, DateTimeOffset MadeAt, DateTimeOffset? ClosedAt, int Samples, int Own, IReadOnlyList<string?> Finished, IReadOnlyList<string?> Begun)
{
    public bool IsClosed => ClosedAt is not null;

    public bool SeesAll => IsClosed || (Own > 0 && Own == Samples);

    public bool IsBegun => Finished.Count + Begun.Count > 0;
}

/// <summary>Who scores in a course.</summary>
/// <param name="IsExpected">False for who has scored and may no longer, or has left.</param>
public sealed record Grader(MemberId Id, string? Name, bool IsExpected);
