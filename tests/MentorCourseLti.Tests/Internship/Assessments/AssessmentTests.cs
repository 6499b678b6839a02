using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Tests.Internship.Assessments;

public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Grader = MemberId.New(Noon);

    private readonly Rubric rubric = ReadyRubrics.Reflection(CourseId.New(Noon), Noon);
    private readonly Submission submission;
    private readonly Attempt attempt;

    public AssessmentTests()
    {
        submission = Submission.Begin(Activity(20), MemberId.New(Noon), Noon);
        submission.SaveDraft("x", basedOn: 0, Activity(20).TermsFor(allowance: null), Noon);
        attempt = ((HandInResult.HandedIn)submission.HandIn(1, [], Activity(20).TermsFor(allowance: null), Noon)).Attempt;
    }

    [Fact]
    public void The_ready_rubric_has_twenty_points() => rubric.Total.ShouldBe(20);

    [Fact]
    public void A_release_needs_a_level_for_each_criterion()
    {
        var assessment = Begin(20);
        assessment.Write(new([new("moment", "5", ""), new("mentee", "4", ""), new("meaning", null, "why?")], "", []), Grader, Noon);
        assessment.IsComplete.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => assessment.Release(submission, attempt, Activity(20), Activity(20).TermsFor(allowance: null), TimeZoneInfo.Utc, Noon));
        attempt.GradedAt.ShouldBeNull();
        submission.State.ShouldBe(WorkState.HandedIn);
    }

    [Fact]
    public void A_release_scores_and_closes_the_attempt()
    {
        var assessment = Begin(20);
        assessment.Write(new(All("4"), "Good.", []), Grader, Noon);
        assessment.Release(submission, attempt, Activity(20), Activity(20).TermsFor(allowance: null), TimeZoneInfo.Utc, Noon.AddMinutes(1));
        (assessment.Score, assessment.OutOf, assessment.IsReleased, attempt.GradedAt).ShouldBe((16m, 20m, true, Noon.AddMinutes(1)));
        submission.State.ShouldBe(WorkState.Graded);
    }

    [Fact]
    public void Marks_of_other_rubrics_and_unknown_levels_count_nothing()
    {
        var assessment = Begin(20);
        assessment.Write(new([new("moment", "99", "odd"), new("elsewhere", "5", "")], "", []), Grader, Noon);
        assessment.Marks.ShouldHaveSingleItem().Criterion.ShouldBe("moment");
        assessment.RubricPoints.ShouldBe(0);
    }

    [Fact]
    public void Each_writing_raises_the_version()
    {
        var assessment = Begin(20);
        assessment.Write(new([], "", []), Grader, Noon);
        assessment.Write(new([], "", []), MemberId.New(Noon), Noon.AddMinutes(1));
        (assessment.Version, assessment.ChangedAt).ShouldBe((2, Noon.AddMinutes(1)));
        assessment.GraderId.ShouldNotBe(Grader);
    }

    [Fact]
    public void The_rubric_stays_as_it_was_when_grading_began()
    {
        var assessment = Begin(20);
        rubric.Criteria = [];
        assessment.RubricTotal.ShouldBe(20);
    }

    [Theory]
    [InlineData(17, 20, 20, 17)]
    [InlineData(17, 20, 10, 8.5)]
    [InlineData(1, 3, 10, 3.33)]
    [InlineData(2, 3, 10, 6.67)]
    [InlineData(0, 20, 20, 0)]
    [InlineData(25, 20, 20, 20)]
    [InlineData(-3, 20, 20, 0)]
    [InlineData(5, 0, 20, 0)]
    public void A_score_is_the_rubrics_part_of_the_activitys_points(double rubricPoints, double rubricTotal, double points, double score) =>
        Activity((decimal)points).Counting.EarnedOf((decimal)rubricPoints, (decimal)rubricTotal).ShouldBe((decimal)score);

    private static IReadOnlyList<Mark> All(string level) => [.. new[] { "moment", "mentee", "meaning", "next" }.Select(key => new Mark(key, level, ""))];

    private Assessment Begin(decimal points) => Assessment.Begin(attempt, Activity(points), rubric, Grader, Noon);

    private Activity Activity(decimal points) => new()
    {
        Id = ActivityId.New(Noon),
        CourseId = rubric.CourseId,
        Kind = ActivityKind.Reflection,
        Title = "x",
        Prompt = "x",
        Points = points,
        RubricId = rubric.Id,
        CreatedAt = Noon,
    };
}
