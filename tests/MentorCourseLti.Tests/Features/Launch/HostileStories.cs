using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>Launches that are refused, seen from outside: a page in words with a code, no session, no row, nobody's name in the log.</summary>
public sealed class HostileStories : IAsyncLifetime
{
    private const string Name = "Zinnia Verbena-Quartz";
    private const string Email = "zinnia.verbena@example.edu";

    private static readonly Dictionary<string, (string Code, Action<JsonObject> Spoil)> Table = new(StringComparer.Ordinal)
    {
        ["another audience"] = ("launch.audience-mismatch", claims => claims["aud"] = "somebody-else"),
        ["another issuer"] = ("launch.issuer-mismatch", claims => claims["iss"] = "https://evil.example"),
        ["another nonce"] = ("launch.nonce-mismatch", claims => claims["nonce"] = "never-issued"),
        ["no sub"] = ("launch.subject-missing", claims => claims.Remove("sub")),
        ["an unknown deployment"] = ("launch.deployment-unknown", claims => claims[SignedPlatform.Claim + "deployment_id"] = "elsewhere"),
        ["a target elsewhere"] = ("launch.target-elsewhere", claims => claims[SignedPlatform.Claim + "target_link_uri"] = "https://evil.example/"),
        ["no roles"] = ("launch.roles-missing", claims => claims.Remove(SignedPlatform.Claim + "roles")),
        ["expired"] = ("launch.expired", claims => (claims["iat"], claims["exp"]) = (1_000, 2_000)),
        ["another version"] = ("launch.version-unsupported", claims => claims[SignedPlatform.Claim + "version"] = "2.0"),
        ["no link"] = ("launch.resource-link-missing", claims => claims.Remove(SignedPlatform.Claim + "resource_link")),
    };

    private readonly LogBook log = new();
    private ToolHost tool = null!;
    private SignedPlatform lms = null!;

    public static TheoryData<string> Cases => [.. Table.Keys];

    public async ValueTask InitializeAsync()
    {
        tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), log);
        lms = await SignedPlatform.StartAsync(tool);
    }

    public async ValueTask DisposeAsync()
    {
        await lms.DisposeAsync();
        await tool.DisposeAsync();
        log.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_launch_that_is_refused_shows_a_page_and_leaves_nothing_behind(string what)
    {
        using var browser = new Browser();

        var page = await lms.LaunchAsync(browser, "poppy", claims =>
        {
            Introduce(claims);
            Table[what].Spoil(claims);
        });

        page.Status.ShouldBeInRange(400, 499);
        page.Code.ShouldBe(Table[what].Code);
        page.Heading.ShouldNotBeEmpty();
        page.Says.ShouldNotContain(Name);
        browser.CookiesSeen.ShouldNotContain(cookie => cookie.Name == "mc");
        (await RowsAsync()).ShouldBe(0);
        SaysNothingOfAnybody();
    }

    [Fact]
    public async Task A_launch_that_opens_names_nobody_in_the_log_either()
    {
        using var browser = new Browser();

        (await lms.LaunchAsync(browser, "poppy", Introduce)).Status.ShouldBe(200);

        SaysNothingOfAnybody();
        string token = browser.Requests.Select(request => request.Field("id_token")).First(found => found is not null)!;
        log.Text.ShouldNotContain(token.Split('.')[1]);
        log.Text.ShouldNotContain(browser.CookiesSeen.Last(cookie => cookie.Name == "mc").Value);
    }

    [Fact]
    public async Task What_an_LMS_says_of_a_refusal_is_shown_and_not_logged()
    {
        using var browser = new Browser();

        await browser.PostAsync(new Uri(tool.Address, "/lti/launch"), Person.Form([("error", "access_denied"), ("error_description", $"{Name} is not enrolled"), ("state", "x")]));

        log.Text.ShouldContain("access_denied");
        SaysNothingOfAnybody();
    }

    [Fact]
    public async Task Who_is_refused_very_often_is_answered_briefly_and_a_valid_launch_from_the_same_address_always_opens()
    {
        using var attacker = new Browser();
        var answers = new List<Page>();
        for (int i = 0; i < 200; i++)
            answers.Add(await attacker.PostAsync(new Uri(tool.Address, "/lti/launch"), Person.Form([("state", "made-up"), ("id_token", "x")])));

        answers[0].Status.ShouldBe(400);
        answers[^1].Status.ShouldBe(429);
        answers.ShouldAllBe(page => page.Body.Contains("launch.state-invalid") && page.Status < 500);
        answers[^1].Body.Length.ShouldBeLessThan(500);

        var opened = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            using var browser = new Browser();
            return (await lms.LaunchAsync(browser, $"student-{i}")).Status;
        }));
        opened.ShouldAllBe(status => status == 200);
    }

    private static void Introduce(JsonObject claims) => (claims["name"], claims["given_name"], claims["family_name"], claims["email"]) = (Name, "Zinnia", "Verbena-Quartz", Email);

    private Task<int> RowsAsync() => tool.AskAsync(async db => await db.Visits.CountAsync() + await db.Members.CountAsync() + await db.Courses.CountAsync());

    private void SaysNothingOfAnybody()
    {
        log.Text.ShouldNotBeEmpty();
        foreach (string part in (string[])["Zinnia", "Verbena", Email])
            log.Text.ShouldNotContain(part);
    }
}
