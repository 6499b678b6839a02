using System.Net;
using PracticeLms.Tests.Drivers;
using PracticeLms.Troubles;

namespace PracticeLms.Tests.Troubles;

public sealed class MischiefTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private Lms lms = null!;

    public async ValueTask InitializeAsync() => lms = await Lms.StartAsync("moodle");

    public ValueTask DisposeAsync() => lms.DisposeAsync();

    [Fact]
    public async Task A_throttled_call_says_when_to_come_back()
    {
        await lms.Tool.RenewTokenAsync();
        lms.Mischief.Cause(new(TroubleKind.Throttled) { Count = 1, RetryAfterSeconds = 7 });

        var answer = await lms.Tool.PostScoreAsync("student-0", 17, Noon);
        (answer.StatusCode, answer.Headers.RetryAfter!.Delta).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)));
        lms.GradeOf("student-0").Score.ShouldBeNull();
        (await lms.Tool.PostScoreAsync("student-0", 17, Noon)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_score_where_it_is()
    {
        await lms.Tool.RenewTokenAsync();
        lms.Mischief.Cause(new(TroubleKind.LostAnswer) { Count = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => lms.Tool.PostScoreAsync("student-0", 17, Noon));
        lms.GradeOf("student-0").Score.ShouldBe(17);
        (await lms.Tool.PostScoreAsync("student-0", 17, Noon)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Revoked_tokens_are_refused_and_a_new_one_works()
    {
        await lms.Tool.RenewTokenAsync();
        lms.Mischief.Cause(new(TroubleKind.Revoked));
        (await lms.Tool.PostScoreAsync("student-0", 17, Noon)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await lms.Tool.RenewTokenAsync();
        (await lms.Tool.PostScoreAsync("student-0", 17, Noon)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_share_of_the_calls_is_spread_evenly()
    {
        await lms.Tool.RenewTokenAsync();
        lms.Mischief.Cause(new(TroubleKind.Unavailable) { Share = 0.25 });
        for (var second = 0; second < 8; second++) await lms.Tool.PostScoreAsync("student-0", 17, Noon.AddSeconds(second));

        lms.Column.CellOf("student-0").Posts.ShouldBe(6);
    }
}
