using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lti.Grades;
using Lti.Launching;
using Lti.Services;
using Lti.Tests.Drivers;
using Microsoft.AspNetCore.Http;

namespace Lti.Tests.Hostile;

/// <summary>What a platform's own addresses may answer: slow, endless, packed, redirecting, lying about its length, or nonsense.</summary>
public sealed class HostileAnswerTests
{
    private const string Json = "application/json";

    private static readonly Dictionary<string, Func<HttpContext, Task>> Broken = new(StringComparer.Ordinal)
    {
        ["an answer that breaks off"] = async http =>
        {
            http.Response.ContentLength = 5_000;
            await http.Response.WriteAsync("""{"keys":[""");
            http.Abort();
        },
        ["a length shorter than the answer"] = http => RawAsync(http, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{\"keys\":[],\"access_token\":\"t\"}"),
        ["a length longer than the answer"] = http => RawAsync(http, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{}"),
        ["a length of nonsense"] = http => RawAsync(http, "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n{}"),
        ["two lengths"] = http => RawAsync(http, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        ["a length of terabytes"] = http => RawAsync(http, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\n{}"),
        ["a header of 200 KB"] = http => RawAsync(http, $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 200_000)}\r\nContent-Length: 2\r\n\r\n{{}}"),
        ["no HTTP"] = http => RawAsync(http, "SSH-2.0-OpenSSH\r\n"),
        ["nothing"] = http => RawAsync(http, ""),
        ["five megabytes"] = http => http.Response.SayAsync(200, Json, $$"""{"keys":[],"x":"{{new string('x', 5_000_000)}}"}"""),
        ["a bomb of gzip"] = http => PackedAsync(http, new byte[50_000_000]),
        ["rubbish that says it is gzip"] = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.SayAsync(200, Json, "{\"keys\":[]}");
        },
        ["rubbish that says it is Brotli"] = async http =>
        {
            http.Response.Headers.ContentEncoding = "br";
            await http.Response.SayAsync(200, Json, "{\"keys\":[]}");
        },
        ["a redirect to elsewhere"] = http => RedirectAsync(http, 302, "/elsewhere"),
        ["a redirect to another host"] = http => RedirectAsync(http, 307, "https://192.0.2.1/"),
        ["a permanent redirect to itself"] = http => RedirectAsync(http, 301, http.Request.Path),
        ["a page for people"] = http => http.Response.SayAsync(200, "text/html", "<html><body>Maintenance</body></html>"),
        ["no content"] = http => http.Response.SayAsync(200, Json, ""),
        ["204"] = http =>
        {
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        },
        ["a list"] = http => http.Response.SayAsync(200, Json, "[]"),
        ["a text"] = http => http.Response.SayAsync(200, Json, "\"keys\""),
        ["null"] = http => http.Response.SayAsync(200, Json, "null"),
        ["a tower of JSON"] = http => http.Response.SayAsync(200, Json, new string('[', 100_000)),
        ["JSON that ends early"] = http => http.Response.SayAsync(200, Json, """{"keys":[{"kty":"RSA","""),
        ["no UTF-8"] = async http =>
        {
            http.Response.ContentType = Json;
            await http.Response.Body.WriteAsync(new byte[] { 0x7B, 0xFF, 0xFE, 0x7D });
        },
        ["418"] = http => http.Response.SayAsync(418, "text/plain", "teapot"),
        ["500 with a page"] = http => http.Response.SayAsync(500, "text/html", "<h1>Fatal error</h1>"),
    };

    private static readonly Dictionary<string, string> KeySets = new(StringComparer.Ordinal)
    {
        ["no keys"] = """{"keys":[]}""",
        ["keys that are no list"] = """{"keys":{"kid":"platform-key-1"}}""",
        ["keys that are null"] = """{"keys":null}""",
        ["keys that are numbers"] = """{"keys":[1,2,3]}""",
        ["a secret under the kid"] = """{"keys":[{"kty":"oct","kid":"platform-key-1","k":"c2VjcmV0","alg":"HS256"}]}""",
        ["an elliptic key under the kid"] = """{"keys":[{"kty":"EC","crv":"P-256","kid":"platform-key-1","x":"AA","y":"AA"}]}""",
        ["a key for encryption"] = """{"keys":[{"kty":"RSA","use":"enc","kid":"platform-key-1","n":"AQAB","e":"AQAB"}]}""",
        ["a key of 16 bits"] = """{"keys":[{"kty":"RSA","kid":"platform-key-1","n":"AQAB","e":"AQAB"}]}""",
        ["a key without modulus"] = """{"keys":[{"kty":"RSA","kid":"platform-key-1","e":"AQAB"}]}""",
        ["a key whose numbers are no numbers"] = """{"keys":[{"kty":"RSA","kid":"platform-key-1","n":"***","e":"***"}]}""",
        ["a key with an empty exponent"] = $$"""{"keys":[{"kty":"RSA","kid":"platform-key-1","n":"{{new string('A', 344)}}","e":""}]}""",
        ["a modulus of 100 KB"] = $$"""{"keys":[{"kty":"RSA","kid":"platform-key-1","n":"{{new string('Q', 100_000)}}","e":"AQAB"}]}""",
        ["a thousand keys of others"] = $$"""{"keys":[{{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $$"""{"kty":"RSA","kid":"{{i}}","n":"AQAB","e":"AQAB"}"""))}}]}""",
    };

    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["no token"] = """{"token_type":"Bearer","expires_in":3600}""",
        ["an empty token"] = """{"access_token":"","token_type":"Bearer"}""",
        ["a token that is a number"] = """{"access_token":7,"token_type":"Bearer"}""",
        ["a token that is null"] = """{"access_token":null}""",
        ["a token with a line break"] = """{"access_token":"t\r\nX-Evil: 1","token_type":"Bearer"}""",
        ["a token with a NUL"] = """{"access_token":"t\u0000","token_type":"Bearer"}""",
        ["a token that is no ASCII"] = """{"access_token":"töken","token_type":"Bearer"}""",
        ["a token of a megabyte"] = $$"""{"access_token":"{{new string('t', 1_000_000)}}","token_type":"Bearer"}""",
        ["a token for somebody else's scheme"] = """{"access_token":"t","token_type":"mac"}""",
        ["a life that is a word"] = """{"access_token":"t","expires_in":"soon"}""",
        ["a life that is an object"] = """{"access_token":"t","expires_in":{}}""",
        ["an error with 200"] = """{"error":"invalid_client","error_description":"no"}""",
    };

    public static TheoryData<string> BrokenCases => [.. Broken.Keys];

    public static TheoryData<string> KeySetCases => [.. KeySets.Keys];

    public static TheoryData<string> TokenCases => [.. Tokens.Keys];

    [Theory]
    [MemberData(nameof(BrokenCases))]
    public async Task A_key_set_that_answers_so_opens_nothing_and_the_next_one_does(string what)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = Broken[what];

        (await world.LaunchAsync()).ShouldBeTurnedAwayWith(LaunchErrors.KeysUnreachable);
        world.Lms.ServiceRequests.ShouldBeEmpty();

        world.Lms.OnKeySet = null;
        world.Time.Advance(TimeSpan.FromSeconds(10));
        (await world.LaunchAsync()).ShouldBeAccepted();
    }

    [Theory]
    [MemberData(nameof(KeySetCases))]
    public async Task A_key_set_with_these_keys_opens_nothing(string what)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http => http.Response.SayAsync(200, Json, KeySets[what]);

        var refused = await world.LaunchAsync();

        refused.Error!.Code.ShouldBeOneOf(LaunchErrors.KeyUnknown.Code, LaunchErrors.KeysUnreachable.Code);
        refused.Status.ShouldBeInRange(400, 499);
        refused.Launch.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(BrokenCases))]
    public async Task A_token_address_that_answers_so_is_a_failure_in_words_and_the_next_one_works(string what)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => Broken[what](http);

        (await GetAsync(world)).ShouldBeAFailureInWords();
        world.Lms.ServiceRequests.ShouldBeEmpty();

        world.Lms.OnToken = null;
        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
    }

    [Theory]
    [MemberData(nameof(TokenCases))]
    public async Task A_token_that_is_none_never_reaches_a_service(string what)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(200, Json, Tokens[what]);

        (await GetAsync(world)).ShouldBeAFailureInWords();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1e300")]
    [InlineData("99999999999999999999")]
    public async Task A_life_that_no_token_has_is_no_crash(string expires)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(200, Json, $$"""{"access_token":"t","token_type":"Bearer","expires_in":{{expires}}}""");

        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>().Value.Value.ShouldBe("t");
    }

    [Fact]
    public async Task A_key_set_that_drips_is_given_up_in_seconds_and_holds_nobody_else_up()
    {
        await using var world = await World.StartAsync();
        await using var other = await TestPlatform.StartAsync();
        world.Lms.OnKeySet = async http =>
        {
            http.Response.ContentType = Json;
            for (var i = 0; i < 300 && !http.RequestAborted.IsCancellationRequested; i++)
            {
                await http.Response.WriteAsync(" ");
                await http.Response.Body.FlushAsync();
                await Task.Delay(100, CancellationToken.None);
            }
        };
        var begun = Stopwatch.StartNew();

        (await world.LaunchAsync()).ShouldBeTurnedAwayWith(LaunchErrors.KeysUnreachable);

        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    private static Task<ServiceAnswer<ServiceToken>> GetAsync(World world) =>
        world.Tokens.GetAsync(world.Platform, AgsScopes.Score, [AgsScopes.Score], World.Cancel).AsTask();

    private static Task RedirectAsync(HttpContext http, int status, string location)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task PackedAsync(HttpContext http, byte[] bytes)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentType = Json;
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(bytes);
    }

    /// <summary>Kestrel writes no broken HTTP: past it, straight to the connection.</summary>
    private static async Task RawAsync(HttpContext http, string text)
    {
        var connection = http.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionTransportFeature>()!.Transport;
        await connection.Output.WriteAsync(Encoding.ASCII.GetBytes(text));
        await connection.Output.FlushAsync();
        http.Abort();
    }
}

file static class AnswerAssertions
{
    public static void ShouldBeAFailureInWords(this ServiceAnswer<ServiceToken> answer)
    {
        var reason = answer switch
        {
            ServiceAnswer<ServiceToken>.Refused refused => refused.Reason,
            ServiceAnswer<ServiceToken>.TryLater later => later.Reason,
            _ => throw new ShouldAssertException(string.Create(CultureInfo.InvariantCulture, $"It was taken for a token: {answer}")),
        };
        reason.Length.ShouldBeInRange(15, 600);
        reason.ShouldNotContain("\n");
    }
}
