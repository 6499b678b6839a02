using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>Levels chosen and comments written by a grader on one attempt, with the rubric as it was then.</summary>
public sealed class Assessment
{
    public const int LongestComment = 10_000;

    public required AssessmentId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required AttemptId AttemptId { get; init; }

    public required MemberId GraderId { get; set; }

    /// <summary>A copy: a rubric edited later does not change what was said here.</summary>
    public required IReadOnlyList<Criterion> RubricThen { get; set; }

    public IReadOnlyList<Mark> Marks { get; private set; } = [];

    public string Comment { get; private set; } = "";

    public IReadOnlyList<PassageNote> Passages { get; private set; } = [];

    /// <summary>Raised by every change, so that the second of two graders sees the first's.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What the gradebook gets; set at release.</summary>
    public decimal? Score { get; private set; }

    /// <summary>What was taken from it because the work was late.</summary>
    public Lateness? Lateness { get; private set; }

    /// <summary>The activity's points when the score was released.</summary>
    public decimal? OutOf { get; private set; }

    public bool IsReleased => ReleasedAt is not null;

    public decimal RubricTotal => RubricThen.Sum(criterion => criterion.Points);

    public decimal RubricPoints => RubricThen.Sum(criterion => PointsOf(criterion) ?? 0);

    public static Assessment Begin(Attempt attempt, Activity activity, Rubric rubric, MemberId grader, DateTimeOffset now) => new()
    {
        Id = AssessmentId.New(now),
        CourseId = activity.CourseId,
        AttemptId = attempt.Id,
        GraderId = grader,
        RubricThen = rubric.Criteria,
    };

    public Mark? MarkOf(Criterion criterion) => Marks.Of(criterion);

    public Level? ChosenLevel(Criterion criterion) => Marks.LevelOf(criterion);

    /// <summary>What the chosen level gives; none where none is chosen.</summary>
    public decimal? PointsOf(Criterion criterion) => Marks.PointsOf(criterion);

    public void Write(Verdict verdict, MemberId grader, DateTimeOffset now)
    {
        Marks = [.. verdict.Marks.Where(mark => RubricThen.Any(criterion => criterion.Key == mark.Criterion))];
        (Comment, Passages) = (verdict.Comment, verdict.Passages);
        GraderId = grader;
        ChangedAt = now;
        Version++;
    }

    /// <summary>It is what was said already, word for word.</summary>
    public bool Says(Verdict verdict) => Comment == verdict.Comment && Marks.SequenceEqual(verdict.Marks) && Passages.SequenceEqual(verdict.Passages);

    /// <summary>The criteria that still want a level; a grade is released only when there are none.</summary>
    public IReadOnlyList<Criterion> Unmarked() => [.. RubricThen.Where(criterion => criterion.Levels.Count > 0 && ChosenLevel(criterion) is null)];

    /// <param name="terms">The activity's times for the author.</param>
    /// <param name="zone">The course's, in which days late are counted.</param>
    public void Release(Submission submission, Attempt attempt, Activity activity, OwnTerms terms, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Unmarked().Count > 0)
            throw new InvalidOperationException("An assessment is released only when every criterion has a level.");

        Count(attempt, activity, terms, zone);
        ReleasedAt = now;
        submission.TakeGrade(attempt, now);
    }

    /// <summary>As if it had not been released: its mentor reads it no longer, what was chosen and written stays.</summary>
    public void TakeBack(Submission submission, Attempt attempt)
    {
        if (!IsReleased || !attempt.Stands)
            throw new InvalidOperationException("Only the grade of an attempt that stands is taken back.");

        (ReleasedAt, Score, OutOf, Lateness) = (null, null, null, null);
        submission.LoseGrade(attempt);
        Version++;
    }

    /// <summary>What it counts by an activity's points and rules.</summary>
    public CountedScore CountedBy(Counting counting, Attempt attempt, DateTimeOffset? dueAt, TimeZoneInfo zone) =>
        counting.Of(counting.EarnedOf(RubricPoints, RubricTotal), dueAt, attempt.CountsFrom, zone);

    /// <summary>Points or rules of the activity are others now: so counts what was released, level by level as it was. False where that changes nothing.</summary>
    public bool CountAnew(Attempt attempt, Activity activity, OwnTerms terms, TimeZoneInfo zone)
    {
        var before = (Score, OutOf, Lateness);
        Count(attempt, activity, terms, zone);
        if (before == (Score, OutOf, Lateness))
            return false;
        Version++;
        return true;
    }

    /// <summary>Levels of its rubric count otherwise now: it is counted by that, level by level as it was chosen.</summary>
    public void Rescore(IReadOnlyList<Criterion> now, Attempt attempt, Activity activity, OwnTerms terms, TimeZoneInfo zone)
    {
        RubricThen = WithPointsOf(now);
        if (IsReleased)
            Count(attempt, activity, terms, zone);
        Version++;
    }

    public bool IsRescoredBy(IReadOnlyList<Criterion> now) => !RubricThen.SelectMany(RangesOf).SequenceEqual(WithPointsOf(now).SelectMany(RangesOf));

    /// <summary>The rubric's points if levels counted what they count now; those that are no more count what they did.</summary>
    public (decimal Points, decimal Total) PointsBy(IReadOnlyList<Criterion> now)
    {
        var rubric = WithPointsOf(now);
        return (rubric.Sum(criterion => PointsOf(criterion) ?? 0), rubric.Sum(criterion => criterion.Points));
    }

    private IReadOnlyList<Criterion> WithPointsOf(IReadOnlyList<Criterion> now) =>
    [
        .. from criterion in RubricThen
           let same = now.FirstOrDefault(one => one.Key == criterion.Key)
           select criterion with { Levels = [.. criterion.Levels.Select(level => same?.FindLevel(level.Key) is { } other ? level with { Points = other.Points, Least = other.Least } : level)] },
    ];

    private static IEnumerable<(decimal? Least, decimal Points)> RangesOf(Criterion criterion) => criterion.Levels.Select(level => (level.Least, level.Points));

    private void Count(Attempt attempt, Activity activity, OwnTerms terms, TimeZoneInfo zone)
    {
        (var score, Lateness) = CountedBy(activity.Counting, attempt, terms.DueAt, zone);
        (Score, OutOf) = (score, activity.Points);
    }
}
