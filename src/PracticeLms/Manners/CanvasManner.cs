using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Launching;
using PracticeLms.Services;

namespace PracticeLms.Manners;

/// <summary>Canvas, as its API documentation and its source (lti/ims/scores_controller) show it.</summary>
internal sealed class CanvasManner : Manner
{
    public override string Name => "canvas";

    public override string Title => "Canvas";

    public override bool LaunchesOnce => false;

    public override string MessageHint(string launchId, int module) => launchId;

    public override string? LaunchIdIn(string messageHint) => messageHint;

    // Always sent, whether the window that shows the tool can answer or not.
    public override void AddToLogin(IDictionary<string, string> fields)
    {
        fields["lti_storage_target"] = "_parent";
        fields["canvas_environment"] = "prod";
        fields["canvas_region"] = "us-east-1";
    }

    public override void Shape(JsonObject claims, Launch launch)
    {
        claims["azp"] = claims["aud"]!.DeepClone();
        claims["aud"] = new JsonArray(claims["aud"]!.DeepClone());
        claims["locale"] = "en";
        claims[Claims.Lti("roles")] = Roles(launch.Person);
        claims[Claims.Lti("lis")] = new JsonObject { ["person_sourcedid"] = null, ["course_offering_sourcedid"] = null };
        claims[Claims.Lti("tool_platform")]!["version"] = "cloud";
        claims["https://www.instructure.com/placement"] = null;
    }

    private static JsonArray Roles(Person person) => person.Role switch
    {
        CourseRole.Instructor => [Claims.InstitutionRole("Instructor"), Claims.CourseRole("Instructor"), Claims.SystemRole("User")],
        CourseRole.Mentor => [Claims.InstitutionRole("Student"), Claims.CourseRole("Learner"), Claims.SystemRole("User")],
        _ => [Claims.InstitutionRole("Student"), Claims.CourseRole("Learner"), Claims.SystemRole("User"), Claims.TestUser],
    };

    // As Canvas's own names go; canvas.json of the tool asks for these.
    public override IReadOnlyDictionary<string, string> CustomByHand { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["canvas_base_url"] = "$Canvas.api.baseUrl",
        ["context_history"] = "$Context.id.history",
        ["due_at"] = "$Canvas.assignment.dueAt.iso8601",
        ["lock_at"] = "$Canvas.assignment.lockAt.iso8601",
        ["section_names"] = "$com.instructure.User.sectionNames",
        ["points_possible"] = "$Canvas.assignment.pointsPossible",
        ["unlock_at"] = "$Canvas.assignment.unlockAt.iso8601",
    };

    // A variable without a value stays as it is written.
    public override string? Variable(string name, Launch launch, string issuer) => name switch
    {
        "$Canvas.api.baseUrl" => issuer,
        "$Canvas.assignment.dueAt.iso8601" => CustomValues.Moment(launch.Link?.DueAt),
        "$Canvas.assignment.lockAt.iso8601" => CustomValues.Moment(launch.Link?.AvailableUntil),
        "$Canvas.assignment.unlockAt.iso8601" => CustomValues.Moment(launch.Link?.AvailableFrom),
        "$Canvas.assignment.pointsPossible" => launch.Link is { } link && launch.Course.LineItemsOf(link) is [var only] ? only.ScoreMaximum.ToString(CultureInfo.InvariantCulture) : null,
        "$com.instructure.User.sectionNames" => launch.Person.Group == 0 ? "[]" : $"[\"Section {launch.Person.Group}\"]",
        _ => null,
    };

    public override string? PickData(string pickId) => $"canvas:{pickId}";

    public override bool HoldsToolsBack => false;

    public override string TokenContentType => "application/json; charset=utf-8";

    public override TimeSpan ClockLeeway => TimeSpan.FromMinutes(1);

    public override string LineItemsPath(string courseId) => $"/api/lti/courses/{courseId}/line_items";

    public override string LineItemPath(string courseId, string lineItemId) => $"/api/lti/courses/{courseId}/line_items/{lineItemId}";

    public override string MembershipsPath(string courseId) => $"/api/lti/courses/{courseId}/names_and_roles";

    public override string Query => "";

    public override bool Serves(string? accept, string mediaType) => true;

    public override bool Reads(string? contentType, string mediaType) =>
        contentType is not null && contentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    public override string NextLink(string url) => $"<{url}>; rel=\"next\"";

    public override int? PageSize => 10;

    public override JsonObject ErrorBody(Refusal refusal) => new()
    {
        ["errors"] = new JsonObject { ["type"] = refusal.Status == 422 ? "unprocessable_entity" : "bad_request", ["message"] = refusal.Reason },
    };

    public override Refusal NotGradable { get; } =
        new(StatusCodes.Status422UnprocessableEntity, "User not found in course or is not a student.");

    public override Refusal? Judge(Grade grade, ScorePost score, DateTimeOffset now)
    {
        if (score.ScoreGiven < 0) return new(StatusCodes.Status422UnprocessableEntity, "ScoreGiven must be greater than or equal to 0.");
        if (SubmittedAt(score) > now + ClockLeeway) return new(StatusCodes.Status400BadRequest, "Provided submitted_at timestamp is in the future.");
        if (score.Timestamp < grade.ChangedAt) return new(StatusCodes.Status400BadRequest, "Provided timestamp is before the last updated timestamp.");
        return null;
    }

    public override Grade Enter(Grade grade, ScorePost score, decimal maximum, DateTimeOffset now)
    {
        var teacherWins = grade.IsOverridden && score.CanvasSubmission?.PrioritizeNonToolGrade == true;
        var isSubmission = score.CanvasSubmission?.NewSubmission != false;
        return grade with
        {
            ToolScore = score.CanvasSubmission?.PreserveScore == true ? grade.ToolScore : IsGraded(score) ? Rescaled(score, maximum) : null,
            TypedScore = teacherWins || score.CanvasSubmission?.PreserveScore == true ? grade.TypedScore : null,
            Comments = string.IsNullOrEmpty(score.Comment) ? grade.Comments : Latest(grade.Comments.Add(new(score.Comment, now))),
            Timestamp = score.Timestamp,
            ChangedAt = score.Timestamp,
            SubmittedAt = SubmittedAt(score) ?? (isSubmission ? score.Timestamp : grade.SubmittedAt),
            ActivityProgress = score.ActivityProgress,
            GradingProgress = score.GradingProgress,
            Submissions = isSubmission ? grade.Submissions + 1 : grade.Submissions,
            SubmissionUrl = score.CanvasSubmission?.SubmissionData ?? grade.SubmissionUrl,
        };
    }

    public override ResultBody Result(string url, string lineItemUrl, string userId, Grade grade, decimal maximum) => new()
    {
        Id = url,
        ScoreOf = lineItemUrl,
        UserId = userId,
        ResultScore = grade.Score,
        ResultMaximum = maximum,
    };

    // A score that waits for its grading is no grade, unless a person grades it by hand (Lti::Result::ACCEPT_GIVEN_SCORE_TYPES).
    private static bool IsGraded(ScorePost score) => score.GradingProgress is "FullyGraded" or "PendingManual";

    private static DateTimeOffset? SubmittedAt(ScorePost score) => score.Submission?.SubmittedAt ?? score.CanvasSubmission?.SubmittedAt;

    private static ImmutableList<GradeComment> Latest(ImmutableList<GradeComment> comments) =>
        comments.Count > 50 ? comments.RemoveAt(0) : comments;
}
