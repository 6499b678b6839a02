using System.Net;
using System.Text.Json.Nodes;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Services;

public sealed class CanvasScoresTests : IAsyncLifetime
{
    private const string Extension = "https://canvas.instructure.com/lti/submission";
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private Lms lms = null!;

    public async ValueTask InitializeAsync() => lms = await Lms.StartAsync("canvas");

    public ValueTask DisposeAsync() => lms.DisposeAsync();

    [Fact]
    public async Task Each_score_is_a_submission_and_adds_its_comment()
    {
        await lms.Tool.PostScoreAsync("student-0", 17, Noon, "You listened.");
        await lms.Tool.PostScoreAsync("student-0", 18, Noon.AddSeconds(1), "Better still.");

        var grade = lms.GradeOf("student-0");
        (grade.Score, grade.Submissions).ShouldBe((18m, 2));
        grade.Comments.Select(comment => comment.Text).ShouldBe(["You listened.", "Better still."]);
    }

    [Fact]
    public async Task A_score_may_say_that_it_is_no_submission()
    {
        await lms.Tool.PostScoreAsync("student-0", 17, Noon, change: score => score[Extension] = new JsonObject { ["new_submission"] = false });
        lms.GradeOf("student-0").Submissions.ShouldBe(0);
    }

    [Fact]
    public async Task An_older_timestamp_is_a_bad_request()
    {
        await lms.Tool.PostScoreAsync("student-0", 17, Noon);
        (await lms.Tool.PostScoreAsync("student-0", 18, Noon.AddMilliseconds(-1))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        lms.GradeOf("student-0").Score.ShouldBe(17);
    }

    [Fact]
    public async Task A_pending_score_takes_the_grade_away_unless_it_says_not_to()
    {
        await lms.Tool.PostScoreAsync("student-0", 17, Noon);
        await lms.Tool.PostScoreAsync("student-0", null, Noon.AddSeconds(1), change: score =>
            (score["gradingProgress"], score[Extension]) = ("Pending", new JsonObject { ["preserve_score"] = true }));
        lms.GradeOf("student-0").Score.ShouldBe(17);

        await lms.Tool.PostScoreAsync("student-0", null, Noon.AddSeconds(2), change: score => score["gradingProgress"] = "Pending");
        lms.GradeOf("student-0").Score.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_who_is_no_student_here_cannot_be_processed() =>
        (await lms.Tool.PostScoreAsync("instructor-0", 17, Noon)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
}
