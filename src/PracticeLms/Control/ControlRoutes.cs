using System.Globalization;
using PracticeLms.Courses;
using PracticeLms.Hosting;
using PracticeLms.Launching;
using PracticeLms.Manners;
using PracticeLms.Troubles;

namespace PracticeLms.Control;

/// <summary>The door for scripts and drivers, which have neither a browser nor a log-in.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/practice").AddEndpointFilter(RefuseOtherSitesAsync);

        // With a role, the person is launched as that: a learner may turn instructor between two launches.
        practice.MapGet("/launch", (string user, string link, string? by, string? role, Campus campus, LoginInitiation login) =>
            campus.FindPerson(user) is not { } known ? Results.BadRequest("user: there is no such person.")
            : campus.FindLink(link) is not { } found || !found.Course.Has(known) ? Results.BadRequest("link: this person's course has no such link.")
            : As(known, role) is not { } person ? Results.BadRequest("role: instructor, mentor or teststudent.")
            : by == "redirect" ? login.Redirect(person, found.Course, new Errand.Open(found.Link))
            : login.Start(person, found.Course, new Errand.Open(found.Link)));

        practice.MapGet("/state", (string? course, StateReport report, Campus campus) =>
            course is null ? Results.Json(report.Of(campus.Courses), StateJson.Default.StateBody)
            : campus.FindCourse(course) is { } found ? Results.Json(report.Of([found]), StateJson.Default.StateBody)
            : Results.NotFound("course: there is no such course."));

        practice.MapPost("/manner", async (HttpRequest request, Campus campus) =>
        {
            if (Manner.Named((await request.FormAsync())["manner"]) is not { } manner) return Results.BadRequest("manner: moodle or canvas.");

            campus.Behave(manner);
            return Results.NoContent();
        });

        practice.MapPost("/trouble", async (HttpRequest request, Mischief mischief) =>
        {
            if (Read(await request.FormAsync()) is not { } trouble) return Results.BadRequest($"trouble: one of {Names}; share: 0 to 1; count, retryAfter: whole numbers above 0.");

            mischief.Cause(trouble);
            return Results.NoContent();
        });
    }

    private static Person? As(Person person, string? role) =>
        role is null ? person
        : Enum.TryParse<CourseRole>(role, ignoreCase: true, out var other) && Enum.IsDefined(other) ? person with { Role = other }
        : null;

    private static string Names => string.Join(", ", Enum.GetNames<TroubleKind>().Select(name => name.ToLowerInvariant()));

    private static Trouble? Read(IFormCollection form)
    {
        if (!Enum.TryParse<TroubleKind>(form["trouble"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return null;
        if (!Number(form, "share", 1, out var share) || share is < 0 or > 1) return null;
        if (!Number(form, "count", 0, out var count) || count is < 0 or > 1_000_000_000) return null;
        if (!Number(form, "retryAfter", 1, out var wait) || wait is < 0 or > 86_400) return null;

        return new(kind)
        {
            Share = share,
            Count = count > 0 ? (int)count : null,
            RetryAfterSeconds = (int)wait,
            AlsoTokens = form["tokens"] == "true",
        };
    }

    private static bool Number(IFormCollection form, string name, double otherwise, out double number)
    {
        number = otherwise;
        var text = form[name].ToString();
        return text.Length == 0 || (double.TryParse(text, CultureInfo.InvariantCulture, out number) && double.IsFinite(number));
    }

    // Nothing here asks who you are, so other sites' pages must not press these buttons.
    private static ValueTask<object?> RefuseOtherSitesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden))
            : next(context);
}
