using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Norming;

/// <summary>A sample without its text.</summary>
public sealed record SampleHead(NormingSampleId Id, string Title);

/// <summary>A round as one grader may see it: what the others chose stays hidden until the reader has scored every sample, or the round is closed.</summary>
public sealed class RoundOnDesk(NormingRound round, IReadOnlyList<SampleHead> samples, IReadOnlyList<NormingScore> scores, IReadOnlyList<Grader> graders, MemberId reader)
{
    public NormingRound Round => round;

    public IReadOnlyList<SampleHead> Samples => samples;

    /// <summary>Those who are expected to score, and those who did.</summary>
    public IReadOnlyList<Grader> Graders => graders;

    public bool HasScoredAll => samples.Count > 0 && samples.All(sample => ScoreOf(sample.Id) is not null);

    public bool SeesAll => round.IsClosed || HasScoredAll;

    /// <summary>What the reader may see.</summary>
    public IReadOnlyList<NormingScore> Scores => SeesAll ? scores : [.. scores.Where(score => score.GraderId == reader)];

    public Agreement Agreement => Agreement.Of(round.RubricThen, [.. samples.Select(sample => sample.Id)], Scores);

    /// <summary>The first sample that the reader has not scored.</summary>
    public SampleHead? Next => samples.FirstOrDefault(sample => ScoreOf(sample.Id) is null);

    /// <summary>The reader's own.</summary>
    public NormingScore? ScoreOf(NormingSampleId sample) => scores.FirstOrDefault(score => score.SampleId == sample && score.GraderId == reader);

    /// <summary>By name.</summary>
    public IReadOnlyList<NormingScore> OthersOf(NormingSampleId sample) => [.. from grader in graders from score in Scores where score.SampleId == sample && score.GraderId == grader.Id && grader.Id != reader select score];

    public int CountOf(Grader grader) => scores.Count(score => score.GraderId == grader.Id);

    public string? NameOf(MemberId grader) => graders.FirstOrDefault(one => one.Id == grader)?.Name;

    public bool IsReader(MemberId grader) => grader == reader;
}
