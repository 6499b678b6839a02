using System.IO.Compression;
using System.Text;
using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Hostile;

/// <summary>What arrives at the two addresses that anybody can call.</summary>
public sealed class HostileRequestTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly Dictionary<string, Func<HttpContent>> Bodies = new(StringComparer.Ordinal)
    {
        ["no content type"] = () => Of("state=x&id_token=y", null),
        ["JSON"] = () => Of("""{"state":"x"}""", "application/json"),
        ["plain text"] = () => Of("state=x", "text/plain"),
        ["a form with files"] = () => new MultipartFormDataContent { { new ByteArrayContent(new byte[10]), "state", "state.exe" } },
        ["a form with files and no end"] = () => Of("--x\r\nContent-Disposition: form-data; name=state\r\n\r\n", "multipart/form-data; boundary=x"),
        ["a content type that begins like a form's"] = () => Of("state=x", Form + "2"),
        ["a megabyte that says so"] = () => Of($"id_token={new string('x', 1_000_000)}", Form),
        ["a megabyte in pieces"] = () => InPieces($"id_token={new string('x', 1_000_000)}"),
        ["a key of a megabyte in pieces"] = () => InPieces(new string('k', 1_000_000)),
        ["ten thousand fields"] = () => Of(string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=1")), Form),
        ["fields that all are the same"] = () => Of(string.Join('&', Enumerable.Repeat("state=1", 500)), Form),
        ["rubbish that says it is compressed"] = () => Compressed([1, 2, 3, 4]),
        ["a key longer than any"] = () => Of($"{new string('k', 400)}=1", Form),
    };

    private static readonly Dictionary<string, (LaunchError Expected, string Body)> Posts = new(StringComparer.Ordinal)
    {
        ["nothing"] = (LaunchErrors.StateMissing, ""),
        ["ampersands"] = (LaunchErrors.StateMissing, "&&&&&"),
        ["a state without a name"] = (LaunchErrors.StateMissing, "=x"),
        ["an empty state"] = (LaunchErrors.StateMissing, "state=&id_token=x"),
        ["a state that stands twice"] = (LaunchErrors.StateMissing, "state=a&state=b"),
        ["broken percent signs"] = (LaunchErrors.StateInvalid, "state=%zz%&id_token=%"),
        ["no UTF-8"] = (LaunchErrors.StateInvalid, "state=%FF%FE%80&id_token=%C3%28"),
        ["a state with line breaks"] = (LaunchErrors.StateInvalid, "state=a%0d%0aSet-Cookie:%20x=1"),
        ["a storage answer without state"] = (LaunchErrors.StateMissing, "lti_storage_asked=1&lti_storage_value=AAAAAAAAAAAAAAAAAAAAAA"),
        ["an error of a platform"] = (LaunchErrors.PlatformError, "error=%3Cscript%3Ealert(1)%3C/script%3E&error_description=%3Cimg%20src=x%3E"),
        ["an error of 50,000 characters"] = (LaunchErrors.PlatformError, $"error={new string('e', 50_000)}&error_description={new string('d', 50_000)}"),
    };

    private static readonly Dictionary<string, (LaunchError Expected, Action<Dictionary<string, string>> Spoil)> Logins = new(StringComparer.Ordinal)
    {
        ["no issuer"] = (LaunchErrors.LoginIssuerMissing, form => form.Remove("iss")),
        ["an empty issuer"] = (LaunchErrors.LoginIssuerMissing, form => form["iss"] = ""),
        ["an unknown issuer"] = (LaunchErrors.LoginPlatformUnknown, form => form["iss"] = "https://evil.example"),
        ["an issuer in other letters"] = (LaunchErrors.LoginPlatformUnknown, form => form["iss"] = "https://LMS.example"),
        ["an issuer with line breaks"] = (LaunchErrors.LoginPlatformUnknown, form => form["iss"] = "https://lms.example\r\nX: y"),
        ["an issuer of 9,000 characters"] = (LaunchErrors.RequestMalformed, form => form["iss"] = new string('i', 9_000)),
        ["another client id"] = (LaunchErrors.LoginPlatformUnknown, form => form["client_id"] = "client-9"),
        ["no login hint"] = (LaunchErrors.LoginHintMissing, form => form.Remove("login_hint")),
        ["a login hint of 9,000 characters"] = (LaunchErrors.RequestMalformed, form => form["login_hint"] = new string('h', 9_000)),
        ["a message hint of 9,000 characters"] = (LaunchErrors.RequestMalformed, form => form["lti_message_hint"] = new string('h', 9_000)),
        ["no target"] = (LaunchErrors.LoginTargetMissing, form => form.Remove("target_link_uri")),
        ["a target elsewhere"] = (LaunchErrors.LoginTargetElsewhere, form => form["target_link_uri"] = "https://evil.example/"),
        ["a target with our host as its user"] = (LaunchErrors.LoginTargetElsewhere, form => form["target_link_uri"] = "https://tool.example@evil.example/"),
        ["a target that is a script"] = (LaunchErrors.LoginTargetElsewhere, form => form["target_link_uri"] = "javascript:alert(1)"),
        ["a target by plain http"] = (LaunchErrors.LoginTargetElsewhere, form => form["target_link_uri"] = "http://tool.example/"),
    };

    public static TheoryData<string> BodyCases => [.. Bodies.Keys];

    public static TheoryData<string> PostCases => [.. Posts.Keys];

    public static TheoryData<string> LoginCases => [.. Logins.Keys];

    [Theory]
    [MemberData(nameof(BodyCases))]
    public async Task A_body_that_is_no_form_of_ours_is_400_at_both_addresses(string what)
    {
        await using var world = await World.StartAsync();

        foreach (var address in (string[])["/lti/launch", "/lti/login"])
        {
            using var body = Bodies[what]();
            using var response = await world.Browser.PostAsync(address, body);

            ((int)response.StatusCode).ShouldBe(400, address);
            world.Tool.Handler.Launch.ShouldBeNull();
            (await response.Content.ReadAsStringAsync(World.Cancel)).Length.ShouldBeInRange(20, 2_000);
            world.Browser.LastSetCookies.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(PostCases))]
    public async Task A_post_that_is_no_launch(string what)
    {
        await using var world = await World.StartAsync();
        using var body = Of(Posts[what].Body, Form);

        using var response = await world.Browser.PostAsync("/lti/launch", body);

        new Outcome((int)response.StatusCode, null, world.Tool.Handler.Launch, world.Tool.Handler.Error).ShouldBeTurnedAwayWith(Posts[what].Expected).Message.ShouldNotContain("<");
        world.Browser.LastSetCookies.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(LoginCases))]
    public async Task A_login_that_leads_nowhere(string what)
    {
        await using var world = await World.StartAsync();
        var form = World.LoginForm();
        Logins[what].Spoil(form);

        using var posted = await world.Browser.PostAsync("/lti/login", form);
        new Outcome((int)posted.StatusCode, posted.Headers.Location?.OriginalString, null, world.Tool.Handler.Error).ShouldBeTurnedAwayWith(Logins[what].Expected);
        world.Browser.LastSetCookies.ShouldBeEmpty();

        // The same by GET, where the address is short enough to arrive.
        using var query = new FormUrlEncodedContent(form);
        var address = "/lti/login?" + await query.ReadAsStringAsync(World.Cancel);
        if (address.Length > 8_000)
            return;
        using var gotten = await world.Browser.GetAsync(address);
        new Outcome((int)gotten.StatusCode, gotten.Headers.Location?.OriginalString, null, world.Tool.Handler.Error).ShouldBeTurnedAwayWith(Logins[what].Expected);
    }

    [Theory]
    [InlineData("PUT", "/lti/launch")]
    [InlineData("DELETE", "/lti/launch")]
    [InlineData("PATCH", "/lti/launch")]
    [InlineData("HEAD", "/lti/launch")]
    [InlineData("OPTIONS", "/lti/launch")]
    [InlineData("TRACE", "/lti/launch")]
    [InlineData("PUT", "/lti/login")]
    [InlineData("DELETE", "/lti/login")]
    [InlineData("PATCH", "/lti/login")]
    [InlineData("POST", "/.well-known/jwks.json")]
    [InlineData("GET", "/lti/launch")]
    public async Task A_method_that_is_not_theirs_is_405(string method, string address)
    {
        await using var world = await World.StartAsync();

        using var response = await world.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), world.Tool.Address + address));

        ((int)response.StatusCode).ShouldBe(405);
        world.Browser.LastSetCookies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_launch_in_the_address_is_none()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        using var body = Of("", Form);

        using var response = await world.Browser.PostAsync($"/lti/launch?state={login["state"]}&id_token={world.MessageFor(login).ToToken()}", body);

        world.Tool.Handler.Error!.Code.ShouldBe(LaunchErrors.StateMissing.Code);
        world.Tool.Handler.Launch.ShouldBeNull();
    }

    private static ByteArrayContent Of(string text, string? contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static StreamContent InPieces(string text)
    {
        var content = new StreamContent(new NoLength(Encoding.UTF8.GetBytes(text)));
        content.Headers.TryAddWithoutValidation("Content-Type", Form);
        return content;
    }

    /// <summary>Nobody unpacks it, so it is read as a form with a strange name.</summary>
    private static ByteArrayContent Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", Form);
        content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        return content;
    }

    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
