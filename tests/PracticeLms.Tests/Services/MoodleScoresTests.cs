using System.Net;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Services;

public sealed class MoodleScoresTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, 100, TimeSpan.Zero);

    private Lms lms = null!;

    public async ValueTask InitializeAsync() => lms = await Lms.StartAsync("moodle");

    public ValueTask DisposeAsync() => lms.DisposeAsync();

    [Fact]
    public async Task A_score_within_the_same_second_is_a_conflict()
    {
        await Posted(HttpStatusCode.OK, 17, Noon);
        await Posted(HttpStatusCode.Conflict, 18, Noon.AddMilliseconds(800));
        await Posted(HttpStatusCode.OK, 19, Noon.AddSeconds(1));

        var cell = lms.Column.CellOf("student-0");
        (cell.Grade.Score, cell.Posts, cell.RefusedPosts).ShouldBe((19m, 2, 1));
        cell.History.Select(score => score.Status).ShouldBe([200, 409, 200]);
    }

    [Fact]
    public async Task A_score_without_a_comment_clears_the_comment()
    {
        await lms.Tool.PostScoreAsync("student-0", 17, Noon, "You listened.");
        lms.GradeOf("student-0").Comments.Count.ShouldBe(1);

        await lms.Tool.PostScoreAsync("student-0", 17, Noon.AddSeconds(1));
        lms.GradeOf("student-0").Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_but_a_final_score_blanks_the_grade()
    {
        await Posted(HttpStatusCode.OK, 17, Noon);
        await lms.Tool.PostScoreAsync("student-0", 17, Noon.AddSeconds(1), change: score => score["gradingProgress"] = "Pending");
        lms.GradeOf("student-0").Score.ShouldBeNull();
    }

    [Fact]
    public async Task Scores_are_rescaled_capped_and_never_negative()
    {
        await lms.Tool.PostScoreAsync("student-0", 45, Noon, change: score => score["scoreMaximum"] = 90);
        lms.GradeOf("student-0").Score.ShouldBe(10);
        await Posted(HttpStatusCode.OK, 30, Noon.AddSeconds(1));
        lms.GradeOf("student-0").Score.ShouldBe(20);
        await Posted(HttpStatusCode.OK, -3, Noon.AddSeconds(2));
        lms.GradeOf("student-0").Score.ShouldBe(0);
    }

    [Fact]
    public async Task A_teachers_grade_stays_and_results_report_it()
    {
        lms.Campus.TypeGrade(lms.Column, lms.Course.Mentors[0], 12);
        var later = TimeProvider.System.GetUtcNow().AddSeconds(5);

        await Posted(HttpStatusCode.Conflict, 17, later.AddMinutes(-5));
        await Posted(HttpStatusCode.OK, 17, later);

        lms.GradeOf("student-0").Score.ShouldBe(12);
        (await lms.Tool.ResultOfAsync("student-0"))["resultScore"]!.GetValue<decimal>().ShouldBe(12);
    }

    [Fact]
    public async Task Results_leave_out_a_zero()
    {
        await Posted(HttpStatusCode.OK, 0, Noon);
        (await lms.Tool.ResultOfAsync("student-0"))["resultScore"].ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"userId":"student-0","timestamp":"2026-02-06T12:00:00","activityProgress":"Completed","gradingProgress":"FullyGraded"}""")]
    [InlineData("""{"userId":"student-0","timestamp":"2026-02-06T12:00:00Z","activityProgress":"Completed","gradingProgress":"FullyGraded","scoreGiven":"17"}""")]
    [InlineData("""{"userId":"student-0","timestamp":"2026-02-06T12:00:00Z","activityProgress":"Completed","gradingProgress":"FullyGraded","scoreGiven":17}""")]
    [InlineData("""{"userId":"instructor-0","timestamp":"2026-02-06T12:00:00Z","activityProgress":"Completed","gradingProgress":"FullyGraded"}""")]
    public async Task A_score_that_is_not_one_is_a_bad_request(string body) =>
        (await lms.Tool.PostScoreAsync(body, Tool.ScoreType)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_score_sent_as_plain_json_is_refused() =>
        (await lms.Tool.PostScoreAsync("""{"userId":"student-0"}""", "application/json")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private async Task Posted(HttpStatusCode expected, decimal given, DateTimeOffset at) =>
        (await lms.Tool.PostScoreAsync("student-0", given, at)).StatusCode.ShouldBe(expected);
}
