using System.Security.Claims;
using PracticeLms.Courses;
using PracticeLms.DeepLinking;
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
            campus.FindPerson(user.Identity?.Name) is { } person && campus.FindLink(link) is { } found && found.Course.Has(person)
                ? login.Start(person, found.Course, new Errand.Open(found.Link))
                : Results.NotFound()).RequireAuthorization();

        // The same by the number of the link, at Moodle's own address.
        routes.MapGet("/mod/lti/launch.php", (int id, ClaimsPrincipal user, Campus campus, LoginInitiation login) =>
            campus.FindPerson(user.Identity?.Name) is { } person && campus.FindModule(id) is { } found && found.Course.Has(person)
                ? login.Start(person, found.Course, new Errand.Open(found.Link))
                : Results.NotFound()).RequireAuthorization();

        routes.MapGet("/launch/pick/{course}", (string course, bool many, ClaimsPrincipal user, Campus campus, PickTable picks, LoginInitiation login) =>
            campus.FindPerson(user.Identity?.Name) is { IsInstructor: true } person && campus.FindCourse(course) is { } found && found.Has(person)
                ? login.Start(person, found, new Errand.Pick(picks.Begin(found), many))
                : Results.NotFound()).RequireAuthorization();

        // From a cell of the gradebook: for the instructor, and for whoever's work it is.
        routes.MapGet("/launch/review/{course}/{item}/{of}", (string course, string item, string of, ClaimsPrincipal user, Campus campus, LoginInitiation login) =>
            campus.FindPerson(user.Identity?.Name) is { } person && (person.IsInstructor || person.Id == of)
            && campus.FindCourse(course) is { } found && found.Has(person) && found.FindLineItem(item) is { } column && WorkErrand.Of(campus, found, column, of) is { } errand
                ? login.Start(person, found, errand)
                : Results.NotFound()).RequireAuthorization();

        routes.MapPost("/lti/deep-linking/{id}", (string id, HttpRequest request, PickReturn picked) => picked.AnswerAsync(id, request));
    }
}
