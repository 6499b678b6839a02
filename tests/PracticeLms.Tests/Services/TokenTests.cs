using System.Net;
using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Services;

public sealed class TokenTests
{
    private static readonly Dictionary<string, Action<JsonObject>> Spoilt = new(StringComparer.Ordinal)
    {
        ["issuer"] = claims => claims["iss"] = "somebody",
        ["subject"] = claims => claims["sub"] = "somebody",
        ["audience"] = claims => claims["aud"] = "elsewhere",
        ["expired"] = claims => claims["exp"] = claims["iat"]!.GetValue<long>() - 100,
        ["from the future"] = claims => claims["iat"] = claims["iat"]!.GetValue<long>() + 30,
        ["no id"] = claims => claims.Remove("jti"),
        ["no expiry"] = claims => claims.Remove("exp"),
    };

    public static TheoryData<string> Spoils => [.. Spoilt.Keys];

    [Theory]
    [MemberData(nameof(Spoils))]
    public async Task An_assertion_with_a_fault_gets_no_token(string spoil)
    {
        await using var lms = await Lms.StartAsync("moodle");
        (await lms.Tool.AskForTokenAsync(lms.Tool.Assertion(Spoilt[spoil]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_assertion_works_once()
    {
        await using var lms = await Lms.StartAsync("moodle");
        var assertion = lms.Tool.Assertion();
        (await lms.Tool.AskForTokenAsync(assertion)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await lms.Tool.AskForTokenAsync(assertion)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        lms.Campus.Counters.TokenRequests["mentor-course"].ShouldBe(2);
    }

    [Theory]
    [InlineData("moodle", "text/html")]
    [InlineData("canvas", "application/json")]
    public async Task Each_manner_answers_in_its_own_content_type(string manner, string type)
    {
        await using var lms = await Lms.StartAsync(manner);
        (await lms.Tool.AskForTokenAsync()).Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task Only_permitted_scopes_are_granted()
    {
        await using var lms = await Lms.StartAsync("moodle");
        lms.Campus.Save(lms.Campus.Settings with { GradeSync = GradeSync.SyncOnly });
        var answer = await Tool.ReadAsync(await lms.Tool.AskForTokenAsync());
        answer["scope"]!.GetValue<string>().ShouldNotContain("scope/lineitem");
    }
}
