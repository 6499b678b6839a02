using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Services;

/// <summary>Takes scores (AGS 2.0, score publish service).</summary>
internal sealed class ScoreService(Campus campus, ServiceAddresses addresses)
{
    private static readonly HashSet<string> ActivityProgress =
        new(["Initialized", "Started", "InProgress", "Submitted", "Completed"], StringComparer.Ordinal);

    private static readonly HashSet<string> GradingProgress =
        new(["FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"], StringComparer.Ordinal);

    public async Task ReceiveAsync(HttpContext http)
    {
        var course = campus.FindCourse((string?)http.Request.RouteValues["course"]);
        if (course?.FindLineItem((string)http.Request.RouteValues["item"]!) is not { } item)
        {
            await http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such column."));
            return;
        }

        var (score, refusal) = await http.ReadAsync(campus, ServiceJson.Default.ScorePost, MediaTypes.Score);
        refusal ??= Fault(score!) is { } fault ? new(StatusCodes.Status400BadRequest, $"Incorrect score received: {fault}") : null;
        refusal ??= IsGradable(course, score!.UserId!) ? null : campus.Manner.NotGradable;
        if (refusal is null)
        {
            campus.Counters.ScorePosted();
            refusal = campus.Receive(item, score!);
        }

        if (refusal is not null) await http.RefuseAsync(campus, refusal);
        else await http.AnswerAsync(StatusCodes.Status200OK, new(addresses.Result(item, score!.UserId!)), ServiceJson.Default.ScoreAnswer, "application/json");
    }

    private bool IsGradable(Course course, string userId) =>
        campus.FindPerson(userId) is { IsInstructor: false } person && course.Has(person);

    private static string? Fault(ScorePost score) => score switch
    {
        { UserId: null or "" } => "userId is missing.",
        { Timestamp: null } => "timestamp is missing.",
        { ActivityProgress: null } => "activityProgress is missing.",
        { ActivityProgress: { } activity } when !ActivityProgress.Contains(activity) => "activityProgress has an unknown value.",
        { GradingProgress: null } => "gradingProgress is missing.",
        { GradingProgress: { } grading } when !GradingProgress.Contains(grading) => "gradingProgress has an unknown value.",
        { ScoreGiven: not null, ScoreMaximum: null or <= 0 } => "scoreMaximum must be above 0 where scoreGiven is sent.",
        { ScoreGiven: > MostPoints or < -MostPoints } or { ScoreMaximum: > MostPoints } => "the number of points is out of reach.",
        _ => null,
    };

    private const decimal MostPoints = 1_000_000_000m;
}
