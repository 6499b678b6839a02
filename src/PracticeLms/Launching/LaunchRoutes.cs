using System.Security.Claims;
using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms.Launching;

internal static class LaunchRoutes
{
    public static void MapLaunching(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lti/jwks", (SigningKey key) => Results.Text(key.KeySet, "application/json"));
        routes.MapMethods("/lti/authorize", ["GET", "POST"], (Authorization authorization, HttpContext http) => authorization.AnswerAsync(http));

        // What a frame or a new tab opens.
        routes.MapGet("/launch/{link}", (string link, ClaimsPrincipal user, Campus campus, LoginInitiation login) =>
            campus.FindPerson(user.Identity?.Name) is { } person && campus.FindLink(link) is { } found && found.Course.Id == person.CourseId
                ? login.Start(person, found.Course, found.Link)
                : Results.NotFound()).RequireAuthorization();
    }
}
