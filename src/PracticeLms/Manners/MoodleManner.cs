using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeLms.Gradebooks;
using PracticeLms.Launching;
using PracticeLms.Services;

namespace PracticeLms.Manners;

/// <summary>Moodle 4.1, as its recorded messages and its source (mod/lti, ltiservice_gradebookservices) show it.</summary>
internal sealed class MoodleManner : Manner
{
    public override string Name => "moodle";

    public override string Title => "Moodle";

    public override bool LaunchesOnce => true;

    public override string MessageHint(string launchId, int module) =>
        new JsonObject { ["cmid"] = module, ["launchid"] = launchId }.ToJsonString();

    public override string? LaunchIdIn(string messageHint)
    {
        try
        {
            return JsonNode.Parse(messageHint) is JsonObject hint && hint["launchid"] is JsonValue id && id.TryGetValue(out string? text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Moodle offers no platform storage.
    public override void AddToLogin(IDictionary<string, string> fields)
    {
    }

    public override void Shape(JsonObject claims, Launch launch)
    {
        claims[Claims.Lti("lis")] = new JsonObject { ["person_sourcedid"] = "", ["course_section_sourcedid"] = "" };
        claims[Claims.Lti("ext")] = new JsonObject { ["user_username"] = launch.Person.Id, ["lms"] = "moodle-2" };
        claims[Claims.Lti("tool_platform")]!["version"] = "2022112810";
    }

    public override IReadOnlyDictionary<string, string> CustomByHand { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["group_ids"] = "$Moodle.Person.userGroupIds",
        ["available_start"] = "$ResourceLink.available.startDateTime",
        ["available_end"] = "$ResourceLink.available.endDateTime",
        ["submission_end"] = "$ResourceLink.submission.endDateTime",
        ["context_history"] = "$Context.id.history",
        ["link_history"] = "$ResourceLink.id.history",
    };

    public override string? Variable(string name, Launch launch, string issuer) => name switch
    {
        "$Moodle.Person.userGroupIds" => launch.Person.Group == 0 ? "" : launch.Person.Group.ToString(CultureInfo.InvariantCulture),
        // No course here is a copy.
        "$Context.id.history" => "",
        _ => null,
    };

    public override string? PickData(string pickId) => null;

    public override bool HoldsToolsBack => true;

    // The answer is JSON that says it is a page.
    public override string TokenContentType => "text/html; charset=utf-8";

    public override TimeSpan ClockLeeway => TimeSpan.Zero;

    public override string LineItemsPath(string courseId) => $"/mod/lti/services.php/{courseId}/lineitems";

    public override string LineItemPath(string courseId, string lineItemId) => $"/mod/lti/services.php/{courseId}/lineitems/{lineItemId}/lineitem";

    public override string MembershipsPath(string courseId) => $"/mod/lti/services.php/CourseSection/{courseId}/bindings/1/memberships";

    // The tool's number in Moodle's list of tools.
    public override string Query => "?type_id=1";

    // Compared as a whole: "*/*" and lists are strangers to it.
    public override bool Serves(string? accept, string mediaType) => string.IsNullOrEmpty(accept) || IsExactly(accept, mediaType);

    public override bool Reads(string? contentType, string mediaType) => contentType is not null && IsExactly(contentType, mediaType);

    // Moodle's source has typographic quotes here, and it encodes the address for HTML.
    public override string NextLink(string url) => $"<{url.Replace("&", "&amp;", StringComparison.Ordinal)}>; rel=“next”";

    public override int? PageSize => null;

    public override JsonObject ErrorBody(Refusal refusal) => new() { ["status"] = refusal.Status, ["reason"] = refusal.Reason };

    public override Refusal NotGradable { get; } = new(StatusCodes.Status400BadRequest, "Incorrect score received: the user cannot be graded in this course.");

    // Whole seconds, and a teacher's own edit counts: a score must be later than whatever stands there.
    public override Refusal? Judge(Grade grade, ScorePost score, DateTimeOffset now) =>
        grade.ChangedAt is { } changed && score.Timestamp!.Value.ToUnixTimeSeconds() <= changed.ToUnixTimeSeconds()
            ? new(StatusCodes.Status409Conflict, string.Create(CultureInfo.InvariantCulture, $"Refusing score with an earlier timestamp for item and user {score.UserId}."))
            : null;

    // A score without a comment clears the comment, and anything but a final grade blanks the grade.
    public override Grade Enter(Grade grade, ScorePost score, decimal maximum, DateTimeOffset now) => grade with
    {
        ToolScore = IsFinal(score) && Rescaled(score, maximum) is { } points ? Math.Clamp(points, 0, maximum) : null,
        Comments = string.IsNullOrEmpty(score.Comment) ? [] : [new(score.Comment, now)],
        Timestamp = score.Timestamp,
        ChangedAt = score.Timestamp,
        SubmittedAt = score.Submission?.SubmittedAt ?? grade.SubmittedAt,
        ActivityProgress = score.ActivityProgress,
        GradingProgress = score.GradingProgress,
    };

    // A zero is falsy in PHP: results leave it out.
    public override ResultBody Result(string url, string lineItemUrl, string userId, Grade grade, decimal maximum) => new()
    {
        Id = url,
        ScoreOf = lineItemUrl,
        UserId = userId,
        ResultScore = grade.Score is 0 ? null : grade.Score,
        ResultMaximum = maximum,
        Comment = grade.Comments is [.., var last] ? last.Text : null,
        Timestamp = grade.ChangedAt,
    };

    private static bool IsFinal(ScorePost score) => score.GradingProgress == "FullyGraded";

    private static bool IsExactly(string header, string mediaType) =>
        header.AsSpan(0, header.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : header.Length).Trim()
            .Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
