using System.Text.Json;
using Lti.Platforms;

namespace Lti.Services.Internal;

/// <summary>One request to a platform's token end point (security framework 1.0, 4.1; RFC 6749, 4.4).</summary>
internal sealed class TokenRequest(Outbound outbound, ClientAssertion assertion, TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;
    private const int LongestError = 60;

    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    // RFC 6749, 5.1 only recommends expires_in.
    private static readonly TimeSpan UnknownLifetime = TimeSpan.FromMinutes(5);

    public async Task<ServiceAnswer<ServiceToken>> SendAsync(Platform platform, string scope, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                new("client_assertion", await assertion.MakeAsync(platform, cancel)),
                new("scope", scope),
            ]),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return await outbound.SendAsync(request, LargestAnswer, TimeOut, cancel) switch
        {
            OutboundAnswer.Received { Status: 200 or 201 } received => ReadToken(received, scope),
            OutboundAnswer.Received received => ReadError(received),
            OutboundAnswer.Failed failed => Answers.Failure<ServiceToken>(failed, "The LMS's token address could not be used."),
            _ => throw new InvalidOperationException("Outbound answers are closed."),
        };
    }

    private ServiceAnswer<ServiceToken> ReadToken(OutboundAnswer.Received received, string asked)
    {
        // Moodle says text/html: what it holds decides, not what it is called.
        if (Parse(received.Body) is not { AccessToken: { Length: > 0 } value } json || !IsBearer(json.TokenType) || !value.All(IsOfToken))
            return new ServiceAnswer<ServiceToken>.TryLater(received.Status, null, "The LMS's token address answered without a token.");

        // RFC 6749, 5.1: no scope means all that was asked for.
        var scopes = (json.Scope ?? asked).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var lifetime = json.ExpiresIn is > 0 and < 1e9 ? TimeSpan.FromSeconds(json.ExpiresIn.Value) : UnknownLifetime;
        // A call takes its time: renew a minute early, or a tenth of a short life.
        var early = TimeSpan.FromSeconds(Math.Min(60, lifetime.TotalSeconds / 10));
        var token = new ServiceToken(value, new HashSet<string>(scopes, StringComparer.Ordinal), time.GetUtcNow() + lifetime - early);
        return new ServiceAnswer<ServiceToken>.Ok(token, received.Status);
    }

    /// <summary>RFC 6749, 5.1: required, and in any letters. Some platforms leave it out.</summary>
    private static bool IsBearer(string? type) => type is null or "" || type.Equals("bearer", StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 6750, 2.1: it must fit into a header.</summary>
    private static bool IsOfToken(char c) => c is > ' ' and < '\x7f';

    private ServiceAnswer<ServiceToken> ReadError(OutboundAnswer.Received received)
    {
        var answer = Answers.Classify<ServiceToken>(received, "The LMS refused an access token", time);
        // RFC 6749, 5.2: the error in words, for the administrator who has to mend it.
        return answer is ServiceAnswer<ServiceToken>.Refused refused && Parse(received.Body) is { Error: { Length: > 0 } error } json
            ? refused with
            {
                // RFC 6749, 5.2: 401 may stand for it. Moodle says 400.
                Status = error is "invalid_client" ? 401 : refused.Status,
                Reason = $"The LMS refused an access token: {PlainText.Of(error, LongestError)}.",
                Body = Answers.Excerpt(json.ErrorDescription ?? error),
            }
            : answer;
    }

    private static TokenJson? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TokenJsonContext.Default.TokenJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
