using Lti.Grades;
using Lti.Platforms;
using Lti.Services;
using Lti.Tests.Drivers;

namespace Lti.Tests.Grades;

public sealed class ScoreTests
{
    private const string CanvasExtension = "https://canvas.instructure.com/lti/submission";

    private static readonly Score Graded = new()
    {
        UserId = "user-3",
        ScoreGiven = 17.5m,
        ScoreMaximum = 20,
        Comment = "Well seen.",
        Timestamp = new DateTimeOffset(2030, 1, 2, 3, 4, 5, 60, TimeSpan.Zero),
    };

    [Fact]
    public async Task A_score_is_posted_before_the_query_with_its_own_media_type()
    {
        await using var world = await World.StartAsync(LmsFamily.Moodle);

        await SentAsync(world, Graded);

        var post = world.Lms.ServiceRequests.Single();
        post.Method.ShouldBe("POST");
        post.Path.ShouldBe("/2/lineitems/13/lineitem/scores?type_id=1");
        post.ContentType.ShouldBe("application/vnd.ims.lis.v1.score+json");
        post.Accept.ShouldBe("application/vnd.ims.lis.v1.score+json");
        post.Authorization.ShouldBe("Bearer token-1");
        post.UserAgent.ShouldBe("Lti/1.0");
        post.Body.ShouldBe(
            """{"userId":"user-3","scoreGiven":17.5,"scoreMaximum":20,"comment":"Well seen.","timestamp":"2030-01-02T03:04:05.060Z","activityProgress":"Completed","gradingProgress":"FullyGraded"}""");
    }

    [Fact]
    public async Task Zero_is_a_grade()
    {
        await using var world = await World.StartAsync();

        var json = await SentAsync(world, Graded with { ScoreGiven = 0 });

        json.GetProperty("scoreGiven").GetDecimal().ShouldBe(0);
    }

    [Fact]
    public async Task No_points_are_no_zero()
    {
        await using var world = await World.StartAsync();

        var json = await SentAsync(world, Graded with { ScoreGiven = null, ScoreMaximum = null });

        json.TryGetProperty("scoreGiven", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task Points_without_a_maximum_are_a_bug(int? maximum)
    {
        await using var world = await World.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => SendAsync(world, Graded with { ScoreMaximum = maximum }));
    }

    [Theory]
    [InlineData(LmsFamily.Moodle, false, true)]
    [InlineData(LmsFamily.Moodle, true, true)]
    [InlineData(LmsFamily.Unknown, false, true)]
    [InlineData(LmsFamily.Canvas, false, false)]
    [InlineData(LmsFamily.Canvas, true, true)]
    public async Task A_comment_goes_along_as_each_LMS_needs_it(LmsFamily family, bool changed, bool sent)
    {
        await using var world = await World.StartAsync(family);

        var json = await SentAsync(world, Graded with { CommentChanged = changed });

        json.TryGetProperty("comment", out _).ShouldBe(sent);
    }

    [Theory]
    [InlineData(LmsFamily.Canvas)]
    [InlineData(LmsFamily.Unknown)]
    public async Task A_grade_makes_no_new_submission_in_Canvas(LmsFamily family)
    {
        await using var world = await World.StartAsync(family);

        var canvas = (await SentAsync(world, Graded)).GetProperty(CanvasExtension);

        canvas.GetRawText().ShouldBe("""{"new_submission":false,"prioritize_non_tool_grade":true}""");
    }

    [Fact]
    public async Task A_hand_in_is_a_submission_that_keeps_an_existing_grade_in_Canvas()
    {
        await using var world = await World.StartAsync(LmsFamily.Canvas);
        var handedIn = new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.FromHours(2));

        var json = await SentAsync(world, new Score
        {
            UserId = "user-3",
            Timestamp = handedIn.AddSeconds(1),
            ActivityProgress = ActivityProgress.Submitted,
            GradingProgress = GradingProgress.PendingManual,
            SubmittedAt = handedIn,
            SubmissionUrl = new Uri("https://tool.example/submissions/7?x=1"),
            IsNewSubmission = true,
        });

        json.GetProperty("activityProgress").GetString().ShouldBe("Submitted");
        json.GetProperty("gradingProgress").GetString().ShouldBe("PendingManual");
        json.GetProperty("submission").GetProperty("submittedAt").GetString().ShouldBe("2030-01-01T10:00:00.000Z");
        var canvas = json.GetProperty(CanvasExtension);
        canvas.GetProperty("new_submission").GetBoolean().ShouldBeTrue();
        canvas.GetProperty("preserve_score").GetBoolean().ShouldBeTrue();
        canvas.GetProperty("submission_type").GetString().ShouldBe("basic_lti_launch");
        canvas.GetProperty("submission_data").GetString().ShouldBe("https://tool.example/submissions/7?x=1");
    }

    [Fact]
    public async Task A_score_that_takes_out_the_one_before_does_not_ask_Canvas_to_keep_it()
    {
        await using var world = await World.StartAsync(LmsFamily.Canvas);

        var json = await SentAsync(world, new Score { UserId = "user-3", Timestamp = DateTimeOffset.UnixEpoch, GradingProgress = GradingProgress.PendingManual, RemovesScore = true });

        json.TryGetProperty("scoreGiven", out _).ShouldBeFalse();
        (json.TryGetProperty(CanvasExtension, out var canvas) && canvas.TryGetProperty("preserve_score", out var keep) && keep.GetBoolean()).ShouldBeFalse();
    }

    [Fact]
    public async Task Canvass_result_address_is_kept()
    {
        await using var world = await World.StartAsync(LmsFamily.Canvas);
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "application/json", """{"resultUrl":"https://lms.example/results/1"}""");

        var ok = (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>();

        ok.Value.ResultUrl.ShouldBe(new Uri("https://lms.example/results/1"));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, "null")]
    [InlineData(201, "OK")]
    public async Task Whatever_a_platform_says_with_2xx_is_fine(int status, string body)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = async (_, http) =>
        {
            http.Response.StatusCode = status;
            if (body.Length > 0)
                await http.Response.SayAsync(status, "text/plain", body);
        };

        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>().Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(301)]
    public async Task A_refusal_is_permanent_and_says_what_the_platform_said(int status)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) =>
        {
            http.Response.Headers.Location = "/elsewhere";
            return http.Response.SayAsync(status, "text/html", "<p>Refusing score</p>");
        };

        var refused = (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Refused>();

        refused.Status.ShouldBe(status);
        refused.Body.ShouldBe("Refusing score");
        world.Lms.ServiceRequests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    // To a page of maintenance, or a log-in in front of it all.
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_passing_failure_is_to_be_tried_later(int status)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "30";
            return http.Response.SayAsync(status, "text/plain", "");
        };

        var later = (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.TryLater>();

        (later.Status, later.RetryAfter).ShouldBe((status, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_retry_after_can_be_a_date()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) =>
        {
            http.Response.Headers.RetryAfter = world.Time.GetUtcNow().AddMinutes(2).ToString("R");
            return http.Response.SayAsync(503, "text/plain", "");
        };

        var later = (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.TryLater>();

        later.RetryAfter!.Value.TotalSeconds.ShouldBeInRange(118, 120);
    }

    [Fact]
    public async Task Canvas_out_of_quota_is_to_be_tried_later()
    {
        await using var world = await World.StartAsync(LmsFamily.Canvas);
        world.Lms.OnService = (_, http) =>
        {
            http.Response.Headers["X-Rate-Limit-Remaining"] = "0.0";
            return http.Response.SayAsync(403, "text/plain", "403 Forbidden (Rate Limit Exceeded)");
        };

        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.TryLater>().Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_revoked_token_is_replaced_once()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (request, http) => http.Response.SayAsync(request.Authorization is "Bearer token-1" ? 401 : 200, "text/plain", "");

        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>();
        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>();

        world.Lms.ServiceRequests.Count.ShouldBe(3);
        world.Lms.TokenRequests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_401_is_meant()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) => http.Response.SayAsync(401, "text/plain", "no");

        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.Refused>().Status.ShouldBe(401);

        world.Lms.ServiceRequests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_end_point_that_is_down_means_try_later()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(503, "text/plain", "");

        (await SendAsync(world, Graded)).ShouldBeOfType<ServiceAnswer<Accepted>.TryLater>().Status.ShouldBe(503);
        world.Lms.ServiceRequests.ShouldBeEmpty();
    }

    private static async Task<System.Text.Json.JsonElement> SentAsync(World world, Score score)
    {
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "text/plain", "");
        (await SendAsync(world, score)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>();
        return world.Lms.ServiceRequests.Single().Json;
    }

    private static Task<ServiceAnswer<Accepted>> SendAsync(World world, Score score) =>
        world.Grades.SendScoreAsync(world.Platform, world.Lms.At("/2/lineitems/13/lineitem?type_id=1"), score, World.Cancel);
}
