using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
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

    /// <summary>Raised by every change, so that the second of two graders sees the first's.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What the gradebook gets; set at release.</summary>
    public decimal? Score { get; private set; }

    /// <summary>The activity's points when the score was released.</summary>
    public decimal? OutOf { get; private set; }

    public bool IsReleased => ReleasedAt is not null;

    public decimal RubricTotal => RubricThen.Sum(criterion => criterion.Points);

    public decimal RubricPoints => RubricThen.Sum(criterion => ChosenLevel(criterion)?.Points ?? 0);

    public static Assessment Begin(Attempt attempt, Activity activity, Rubric rubric, MemberId grader, DateTimeOffset now) => new()
    {
        Id = AssessmentId.New(now),
        CourseId = activity.CourseId,
        AttemptId = attempt.Id,
        GraderId = grader,
        RubricThen = rubric.Criteria,
    };

    public Mark? MarkOf(Criterion criterion) => Marks.FirstOrDefault(mark => mark.Criterion == criterion.Key);

    public Level? ChosenLevel(Criterion criterion) => criterion.FindLevel(MarkOf(criterion)?.Level);

    public void Write(IReadOnlyList<Mark> marks, string comment, MemberId grader, DateTimeOffset now)
    {
        Marks = [.. marks.Where(mark => RubricThen.Any(criterion => criterion.Key == mark.Criterion))];
        Comment = comment;
        GraderId = grader;
        ChangedAt = now;
        Version++;
    }

    /// <summary>The criteria that still want a level; a grade is released only when there are none.</summary>
    public IReadOnlyList<Criterion> Unmarked() => [.. RubricThen.Where(criterion => criterion.Levels.Count > 0 && ChosenLevel(criterion) is null)];

    public void Release(Submission submission, Attempt attempt, Activity activity, DateTimeOffset now)
    {
        if (Unmarked().Count > 0)
            throw new InvalidOperationException("An assessment is released only when every criterion has a level.");

        Score = activity.ScoreOf(RubricPoints, RubricTotal);
        OutOf = activity.Points;
        ReleasedAt = now;
        submission.TakeGrade(attempt, now);
    }

    /// <summary>The activity counts other points now: so does what was released, level by level as it was.</summary>
    public void CountAnew(Activity activity)
    {
        (Score, OutOf) = (activity.ScoreOf(RubricPoints, RubricTotal), activity.Points);
        Version++;
    }
}
