using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms.Services;

/// <summary>Client credentials with a signed assertion (LTI 1.3 security framework 4.1; RFC 7523).</summary>
internal sealed class TokenEndpoint(Campus campus, Addresses addresses, AccessTokens tokens, ToolSignatures signatures, TimeProvider time)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            await RefuseAsync(http, "invalid_request", "The body must be a form (application/x-www-form-urlencoded).");
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        campus.Counters.TokenRequested(ClientIdIn(form["client_assertion"].ToString()));

        if (form["grant_type"] != "client_credentials") await RefuseAsync(http, "unsupported_grant_type", "grant_type must be client_credentials.");
        else if (form["client_assertion_type"] != AssertionType) await RefuseAsync(http, "invalid_request", $"client_assertion_type must be {AssertionType}.");
        else if (await FaultOfAsync(form["client_assertion"].ToString(), http.RequestAborted) is { } fault) await RefuseAsync(http, "invalid_client", fault);
        else await GrantAsync(http, form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task GrantAsync(HttpContext http, string[] asked)
    {
        var granted = Scopes.Granted(campus.Settings.GradeSync, asked).ToHashSet(StringComparer.Ordinal);
        if (granted.Count == 0) return RefuseAsync(http, "invalid_scope", "None of these scopes is permitted here.");

        return WriteAsync(http, StatusCodes.Status200OK, new()
        {
            ["access_token"] = tokens.Issue(Addresses.ClientId, granted),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)AccessTokens.Lifetime.TotalSeconds,
            ["scope"] = string.Join(' ', granted),
        });
    }

    private async Task<string?> FaultOfAsync(string assertion, CancellationToken cancel)
    {
        if (ToolSignatures.Read(assertion) is not { } jwt) return "client_assertion is not a JSON Web Token.";
        if (jwt.Issuer != Addresses.ClientId || jwt.Subject != Addresses.ClientId) return $"iss and sub must be the client id, {Addresses.ClientId}.";
        if (!jwt.Audiences.Contains(addresses.Token, StringComparer.Ordinal)) return $"aud must be {addresses.Token}.";
        if (TimeFaultOf(jwt) is { } late) return late;
        if (string.IsNullOrEmpty(jwt.Id)) return "jti is missing.";
        if (await signatures.FaultOfAsync(jwt, cancel) is { } forged) return forged;

        // Remembered last: only somebody who holds the key can spend an id.
        return Spend(jwt) ? null : "This jti was used before.";
    }

    private string? TimeFaultOf(JsonWebToken jwt)
    {
        var (now, leeway) = (time.GetUtcNow().ToUnixTimeSeconds(), (long)campus.Manner.ClockLeeway.TotalSeconds);
        if (!jwt.TryGetPayloadValue("exp", out long expires)) return "exp is missing.";
        if (!jwt.TryGetPayloadValue("iat", out long issued)) return "iat is missing.";
        if (expires + leeway <= now) return "Expired token.";
        if (issued - leeway > now) return $"Cannot handle token prior to {DateTimeOffset.FromUnixTimeSeconds(issued):O}: iat is in the future.";
        return null;
    }

    private bool Spend(JsonWebToken jwt)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in seen.Where(id => id.Value < now)) seen.TryRemove(old, out _);
        return seen.TryAdd(jwt.Id, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero) + campus.Manner.ClockLeeway);
    }

    private Task RefuseAsync(HttpContext http, string error, string description) =>
        WriteAsync(http, StatusCodes.Status400BadRequest, new() { ["error"] = error, ["error_description"] = description });

    private Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = campus.Manner.TokenContentType;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private static string ClientIdIn(string assertion) =>
        ToolSignatures.Read(assertion)?.Issuer == Addresses.ClientId ? Addresses.ClientId : "(unknown)";
}
