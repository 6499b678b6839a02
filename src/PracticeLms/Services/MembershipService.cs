using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Launching;

namespace PracticeLms.Services;

/// <summary>Who is in a course (NRPS 2.0).</summary>
internal sealed class MembershipService(Campus campus, ServiceAddresses addresses, Paging paging)
{
    public Task ListAsync(HttpContext http)
    {
        if (campus.FindCourse((string?)http.Request.RouteValues["course"]) is not { } course)
        {
            return http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such course."));
        }

        var role = http.Request.Query["role"].ToString();
        var members = course.Members.Where(person => role.Length == 0 || role.EndsWith(RoleOf(person), StringComparison.Ordinal));
        var body = new JsonObject
        {
            ["id"] = addresses.Memberships(course),
            ["context"] = new JsonObject { ["id"] = course.Id, ["label"] = course.Label, ["title"] = course.Title },
            ["members"] = new JsonArray([.. paging.Page(http, [.. members]).Select(Member)]),
        };
        http.Response.ContentType = MediaTypes.Memberships;
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private JsonObject Member(Person person)
    {
        var member = new JsonObject
        {
            ["status"] = "Active",
            ["user_id"] = person.Id,
            // Moodle sends the short name here, Canvas the whole one.
            ["roles"] = new JsonArray(campus.Manner == Manners.Manner.Moodle ? RoleOf(person) : Claims.CourseRole(RoleOf(person))),
        };
        if (campus.Settings.ShareNames)
        {
            member["name"] = person.Name;
            member["given_name"] = person.GivenName;
            member["family_name"] = person.FamilyName;
        }

        if (campus.Settings.ShareEmails) member["email"] = person.Email;
        return member;
    }

    private static string RoleOf(Person person) => person.IsInstructor ? "Instructor" : "Learner";
}
