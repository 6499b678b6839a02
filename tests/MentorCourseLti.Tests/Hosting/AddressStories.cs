using System.Text.Json;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Hosting;

/// <summary>The fixed addresses, for people and for machines.</summary>
public abstract class AddressStories(World world)
{
    [Fact]
    public async Task Without_a_session_the_root_says_open_this_from_your_course()
    {
        var page = await Get("/");
        (page.Status, page.Heading, page.Code).ShouldBe((401, "Open this from your course", "visit.open-from-course"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers(string path) => (await Get(path)).Status.ShouldBe(200);

    [Fact]
    public async Task Metrics_count_launches_and_deliveries_by_outcome_and_the_queue()
    {
        var before = await Metrics();
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        await course.Delivers(mentor, 17);
        using var browser = new Browser();
        await browser.PostAsync(new Uri(world.Tool.Address, "/lti/launch"), Person.Form([("state", "forged"), ("id_token", "forged")]));

        var after = await Metrics();
        (after["mentorcourse_launches_total{outcome=\"opened\"}"] - before.GetValueOrDefault("mentorcourse_launches_total{outcome=\"opened\"}")).ShouldBe(2);
        after["mentorcourse_launches_total{outcome=\"launch.state-invalid\"}"].ShouldBeGreaterThan(before.GetValueOrDefault("mentorcourse_launches_total{outcome=\"launch.state-invalid\"}"));
        (after["mentorcourse_deliveries_total{outcome=\"Accepted\"}"] - before.GetValueOrDefault("mentorcourse_deliveries_total{outcome=\"Accepted\"}")).ShouldBe(1);

        await course.Rests(TimeSpan.FromHours(1));
        await course.Wants(mentor, 18, ago: TimeSpan.FromSeconds(30));
        var waiting = await Metrics();
        waiting["mentorcourse_delivery_queue_length"].ShouldBeGreaterThanOrEqualTo(1);
        waiting["mentorcourse_delivery_queue_age_seconds"].ShouldBeGreaterThanOrEqualTo(30);
        await course.Rests(TimeSpan.Zero);
        await course.Delivers(mentor, 19);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public async Task Metrics_are_not_for_those_who_come_through_a_proxy(string header)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(world.Tool.Address, "/metrics"));
        request.Headers.TryAddWithoutValidation(header, "for=203.0.113.9");
        ((int)(await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task The_Canvas_configuration_names_our_own_addresses()
    {
        var json = JsonSerializer.Deserialize<JsonElement>((await Get("/lti/config/canvas.json")).Body);
        string root = world.Tool.Address.GetLeftPart(UriPartial.Authority);
        json.GetProperty("oidc_initiation_url").GetString().ShouldBe($"{root}/lti/login");
        json.GetProperty("target_link_uri").GetString().ShouldBe($"{root}/");
        json.GetProperty("public_jwk_url").GetString().ShouldBe($"{root}/.well-known/jwks.json");
        json.GetProperty("extensions")[0].GetProperty("privacy_level").GetString().ShouldBe("public");
        json.GetProperty("scopes").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Our_keys_are_public_halves_only()
    {
        var keys = JsonSerializer.Deserialize<JsonElement>((await Get("/.well-known/jwks.json")).Body).GetProperty("keys");
        keys.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var key in keys.EnumerateArray())
        {
            key.GetProperty("kty").GetString().ShouldBe("RSA");
            key.EnumerateObject().Select(part => part.Name).ShouldNotContain(name => name == "d" || name == "p" || name == "q");
        }
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/s/", 404)]
    [InlineData("/s/not-a-visit/", 404)]
    [InlineData("/dist/../appsettings.json", 404)]
    [InlineData("/dist/..%2fappsettings.json", 404)]
    [InlineData("/lti/launch", 405)]
    public async Task What_is_not_there_is_a_clear_page(string path, int status)
    {
        var page = await Get(path);
        page.Status.ShouldBe(status);
        page.Heading.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Style_sheet_and_script_are_served_for_good()
    {
        var page = await Get("/");
        foreach (string address in new[] { page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, page.Document.QuerySelector("script[src]")!.GetAttribute("src")! })
        {
            var file = await Get(address);
            file.Status.ShouldBe(200);
            file.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
    }

    private async Task<Page> Get(string path)
    {
        using var browser = new Browser();
        return await browser.GetAsync(new Uri(world.Tool.Address.GetLeftPart(UriPartial.Authority) + path));
    }

    private async Task<Dictionary<string, double>> Metrics() => (await Get("/metrics")).Body.Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}

[Collection(OnSqlite.Name)]
public sealed class AddressStoriesOnSqlite(SqliteWorld world) : AddressStories(world);

[Collection(OnPostgres.Name)]
public sealed class AddressStoriesOnPostgres(PostgresWorld world) : AddressStories(world);
