using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Hosting;
using PracticeLms.Launching;
using PracticeLms.Services;

namespace PracticeLms.DeepLinking;

/// <summary>Takes a tool's answer to a deep linking request (deep linking 2.0, 3.4) and makes links of it.</summary>
internal sealed class PickReturn(Campus campus, Addresses addresses, PickTable picks, ToolSignatures signatures, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(string id, HttpRequest request)
    {
        if (picks.Find(id) is not { } choice) return Fault("This choice is over. Start it again from the course.");
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var (fault, items) = await ReadAsync(form["JWT"].ToString(), id, request.HttpContext.RequestAborted);
        if (fault is not null) return Fault(fault);

        lock (choice.Gate)
        {
            choice.Made ??= items.Count(item => Make(choice.Course, item));
        }

        return Done(choice);
    }

    private async Task<(string? Fault, IReadOnlyList<JsonObject> Items)> ReadAsync(string text, string id, CancellationToken cancel)
    {
        if (ToolSignatures.Read(text) is not { } jwt) return ("JWT is missing or is none.", []);
        if (jwt.Issuer != Addresses.ClientId) return ($"iss must be the client id, {Addresses.ClientId}.", []);
        if (!jwt.Audiences.Contains(addresses.Issuer, StringComparer.Ordinal)) return ($"aud must be {addresses.Issuer}.", []);
        if (jwt.ValidTo < time.GetUtcNow().UtcDateTime) return ("Expired token.", []);
        if (await signatures.FaultOfAsync(jwt, cancel) is { } forged) return (forged, []);

        var claims = JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(jwt.EncodedPayload))!.AsObject();
        if (Text(claims[Claims.Lti("message_type")]) != "LtiDeepLinkingResponse") return ("message_type must be LtiDeepLinkingResponse.", []);
        if (Text(claims[Claims.Lti("version")]) != "1.3.0") return ("version must be 1.3.0.", []);
        if (Text(claims[Claims.Lti("deployment_id")]) != Addresses.DeploymentId) return ("deployment_id is another one.", []);
        if (Text(claims[Claims.DeepLinking("data")]) != campus.Manner.PickData(id)) return ("data is not what was given.", []);
        return claims[Claims.DeepLinking("content_items")] is JsonArray items ? (null, [.. items.OfType<JsonObject>()]) : (null, []);
    }

    private bool Make(Course course, JsonObject item)
    {
        if (Text(item["type"]) != "ltiResourceLink" || Text(item["title"]) is not { Length: > 0 } title) return false;

        var column = item["lineItem"] as JsonObject;
        campus.AddLink(
            course,
            link => link with
            {
                Title = title,
                Custom = (item["custom"] as JsonObject)?.ToDictionary(pair => pair.Key, pair => Text(pair.Value) ?? "", StringComparer.Ordinal) ?? link.Custom,
                AvailableFrom = Time(item["available"]?["startDateTime"]),
                AvailableUntil = Time(item["available"]?["endDateTime"]),
                DueAt = Time(item["submission"]?["endDateTime"]),
            },
            column is null ? null : new LineItemFacts
            {
                Label = Text(column["label"]) ?? title,
                ScoreMaximum = column["scoreMaximum"]?.GetValue<decimal>() ?? 100,
                ResourceId = Text(column["resourceId"]),
                Tag = Text(column["tag"]),
                SubmissionReview = column["submissionReview"]?.Deserialize(ServiceJson.Default.SubmissionReviewBody),
            });
        return true;
    }

    /// <summary>Stands in the frame that the tool stood in: it leads the whole window back.</summary>
    private static IResult Done(PickTable.Choice choice)
    {
        var address = HtmlEncoder.Default.Encode($"/courses/{choice.Course.Id}?made={choice.Made!.Value.ToString(CultureInfo.InvariantCulture)}");
        return Results.Content(
            $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Back to the course</title></head><body><p><a id="back" href="{address}" target="_top">Back to the course</a></p><script>top.location = document.getElementById("back").href</script></body></html>""",
            "text/html; charset=utf-8");
    }

    private static IResult Fault(string sentence) => Results.Text($"This LMS cannot use the tool's answer: {sentence}", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
