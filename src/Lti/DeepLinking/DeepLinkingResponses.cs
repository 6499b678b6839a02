using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lti.Grades.Internal;
using Lti.Keys;
using Lti.Platforms;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Lti.DeepLinking;

/// <summary>
/// Makes the answers to deep linking requests (deep linking 2.0, 3.4): a token that the browser posts to the platform as <c>JWT</c>. It is short-lived; the
/// same choice made twice makes two tokens about the same things, which platforms that post twice (Moodle) need.
/// </summary>
public sealed class DeepLinkingResponses
{
    private const string Core = "https://purl.imsglobal.org/spec/lti/claim/";
    private const string Own = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private static readonly TimeSpan BackDated = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly ToolKeys _keys;
    private readonly TimeProvider _time;

    internal DeepLinkingResponses(ToolKeys keys, TimeProvider time) => (_keys, _time) = (keys, time);

    /// <summary>Makes an answer.</summary>
    /// <param name="platform">The platform that asked.</param>
    /// <param name="deploymentId">The deployment that the request came from.</param>
    /// <param name="settings">What it asked for.</param>
    /// <param name="items">What was picked; none says that nothing was.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The token, to be posted to <see cref="DeepLinkingSettings.ReturnUrl"/> as the form field <c>JWT</c>.</returns>
    public async ValueTask<string> MakeAsync(Platform platform, string deploymentId, DeepLinkingSettings settings, IReadOnlyList<LinkItem> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(settings);
        var now = _time.GetUtcNow();
        var claims = new JsonObject
        {
            // Security framework 1.0, 5.2: the tool is the issuer here, by its client id, and the platform the audience.
            ["iss"] = platform.ClientId,
            ["aud"] = platform.Issuer,
            ["iat"] = (now - BackDated).ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["nonce"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            [Core + "message_type"] = "LtiDeepLinkingResponse",
            [Core + "version"] = "1.3.0",
            [Core + "deployment_id"] = deploymentId,
            [Own + "content_items"] = new JsonArray([.. items.Select(item => (JsonNode)Write(item, settings))]),
        };
        // 3.4: required when it was sent, and Moodle sends none.
        if (settings.Data is not null)
            claims[Own + "data"] = settings.Data;
        return Writer.CreateToken(claims.ToJsonString(), await _keys.SigningKeyAsync(cancel));
    }

    private static JsonObject Write(LinkItem item, DeepLinkingSettings settings)
    {
        var written = new JsonObject { ["type"] = "ltiResourceLink", ["title"] = item.Title };
        if (item.Text is not null)
            written["text"] = item.Text;
        if (item.Url is not null)
            written["url"] = item.Url.AbsoluteUri;
        if (item.Custom.Count > 0)
            written["custom"] = new JsonObject(item.Custom.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (item.Column is { } column && settings.AcceptLineItem != false)
            written["lineItem"] = Write(column);
        AddWindow(written, "available", item.AvailableFrom, item.AvailableUntil);
        AddWindow(written, "submission", start: null, item.DueAt);
        return written;
    }

    private static JsonObject Write(LinkItemColumn column)
    {
        var written = new JsonObject { ["label"] = column.Label, ["scoreMaximum"] = column.ScoreMaximum, ["resourceId"] = column.ResourceId, ["tag"] = column.Tag };
        if (column.Review is { } review)
            written["submissionReview"] = JsonSerializer.SerializeToNode(AgsWriting.ToJson(review), AgsJsonContext.Default.SubmissionReviewJson);
        return written;
    }

    private static void AddWindow(JsonObject written, string name, DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is null && end is null)
            return;
        var window = new JsonObject();
        if (start is { } from)
            window["startDateTime"] = Moment(from);
        if (end is { } until)
            window["endDateTime"] = Moment(until);
        written[name] = window;
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
