using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lti.Launching.Internal;
using Lti.Platforms;
using Lti.Registration.Internal;
using Lti.Services.Internal;

namespace Lti.Registration;

/// <summary>
/// Registers the tool at a platform that asks for it (LTI dynamic registration 1.0): reads the platform's configuration, checks that it speaks
/// for the host it came from, and posts what the tool is. Everything it reads is untrusted: https and public addresses only (but for
/// <see cref="Lti.Hosting.LtiOptions.AllowPrivateNetworks"/>), no redirects, limits of time and size.
/// </summary>
public sealed class DynamicRegistration
{
    private const int LargestAnswer = 256 * 1024;
    private const int LongestToken = 8_192;
    private const int LongestIssuer = 100;

    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    private readonly Outbound _outbound;
    private readonly OwnAddresses _own;

    internal DynamicRegistration(Outbound outbound, OwnAddresses own) => (_outbound, _own) = (outbound, own);

    /// <summary>Registers the tool.</summary>
    /// <param name="openIdConfiguration">The <c>openid_configuration</c> that the platform opened the registration address with.</param>
    /// <param name="registrationToken">Its <c>registration_token</c>; null where it sent none.</param>
    /// <param name="tool">What the tool says of itself.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>What was agreed, or why it was not.</returns>
    public async Task<RegistrationResult> RegisterAsync(string? openIdConfiguration, string? registrationToken, ToolRegistration tool, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tool);
        if (string.IsNullOrEmpty(openIdConfiguration))
            return Refused(RegistrationErrors.ConfigurationMissing);
        if (!Uri.TryCreate(openIdConfiguration, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0 || registrationToken?.Length > LongestToken)
            return Refused(RegistrationErrors.ConfigurationAddressWrong);

        var configuration = await ReadConfigurationAsync(address, cancel);
        if (configuration.Error is { } error)
            return Refused(error);
        var platform = configuration.Value!;

        // Dynamic registration 1.0, 3.4: the issuer's host is that of the configuration; else anybody could speak for anybody.
        if (!Uri.TryCreate(platform.Issuer, UriKind.Absolute, out var issuer) || !issuer.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase))
            return Refused(RegistrationErrors.IssuerElsewhere with { Detail = $"Issuer {PlainText.Of(platform.Issuer, LongestIssuer)}, read from {address.IdnHost}." });
        // And the bearer token stays with it.
        if (!platform.RegistrationEndpoint.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase))
            return Refused(RegistrationErrors.IssuerElsewhere with { Detail = $"Its registration end point is on {platform.RegistrationEndpoint.IdnHost}." });

        return await PostAsync(platform, registrationToken, tool, cancel);
    }

    private async Task<(PlatformConfiguration? Value, RegistrationError? Error)> ReadConfigurationAsync(Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        switch (await _outbound.SendAsync(request, LargestAnswer, TimeOut, cancel))
        {
            case OutboundAnswer.Failed failed:
                return (null, RegistrationErrors.ConfigurationUnreachable with { Detail = failed.Reason });
            case OutboundAnswer.Received { Status: 200, Body: var body }:
                var read = PlatformConfiguration.Read(body, out var missing);
                return read is null ? (null, RegistrationErrors.ConfigurationIncomplete with { Detail = missing }) : (read, null);
            case OutboundAnswer.Received received:
                return (null, RegistrationErrors.ConfigurationUnreachable with { Detail = $"It answered {received.Status}." });
            default:
                throw new InvalidOperationException("Outbound answers are closed.");
        }
    }

    private async Task<RegistrationResult> PostAsync(PlatformConfiguration platform, string? token, ToolRegistration tool, CancellationToken cancel)
    {
        var scopes = platform.Scopes is { } offered ? tool.Scopes.Where(scope => offered.Contains(scope, StringComparer.Ordinal)).ToList() : tool.Scopes;
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.RegistrationEndpoint);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(RegistrationMessage.Write(tool, scopes, _own)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!string.IsNullOrEmpty(token))
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        return await _outbound.SendAsync(request, LargestAnswer, TimeOut, cancel) switch
        {
            OutboundAnswer.Failed failed => Refused(RegistrationErrors.PlatformRefused with { Detail = failed.Reason }),
            OutboundAnswer.Received { Status: 200 or 201, Body: var body } => Read(platform, tool.Scopes, scopes, body),
            OutboundAnswer.Received received => Refused(RegistrationErrors.PlatformRefused with { Detail = $"It answered {received.Status}." }),
            _ => throw new InvalidOperationException("Outbound answers are closed."),
        };
    }

    private static RegistrationResult Read(PlatformConfiguration platform, IReadOnlyList<string> wanted, IReadOnlyList<string> asked, byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return Refused(RegistrationErrors.AnswerUnreadable with { Detail = "It is not JSON." });
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || PlatformConfiguration.Text(root, "client_id") is not { Length: > 0 and <= 255 } clientId)
                return Refused(RegistrationErrors.AnswerUnreadable with { Detail = "It has no client_id." });
            var deployment = root.TryGetProperty(RegistrationMessage.ToolMember, out var tool) && tool.ValueKind is JsonValueKind.Object ? PlatformConfiguration.Text(tool, "deployment_id") : null;
            // RFC 7591, 3.2.1: what the platform made of it; where it does not say, it took what we asked for.
            var granted = PlatformConfiguration.Text(root, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new RegistrationResult.Registered(new RegisteredPlatform
            {
                Issuer = platform.Issuer,
                ClientId = clientId,
                DeploymentId = deployment is { Length: > 0 and <= 255 } ? deployment : null,
                AuthorizationEndpoint = platform.AuthorizationEndpoint,
                TokenEndpoint = platform.TokenEndpoint,
                JwksUri = platform.JwksUri,
                Family = LmsQuirks.FamilyOf(platform.ProductFamilyCode, platform.Issuer),
                ProductFamilyCode = platform.ProductFamilyCode,
                AskedScopes = wanted,
                GrantedScopes = [.. asked.Where(scope => granted is null || granted.Contains(scope, StringComparer.Ordinal))],
            });
        }
    }

    private static RegistrationResult.Refused Refused(RegistrationError error) => new(error);
}
