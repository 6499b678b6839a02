using Lti.Grades;

namespace MentorCourseLti.Hosting;

/// <summary><c>/lti/config/canvas.json</c>: what a Canvas administrator pastes (or points to) to make a developer key.</summary>
internal static class CanvasConfiguration
{
    public static void MapCanvasConfiguration(this IEndpointRouteBuilder app, MentorCourseOptions options) =>
        app.MapGet("/lti/config/canvas.json", () => Results.Json(Of(options.PublicUri)));

    private static object Of(Uri publicUrl)
    {
        string root = publicUrl.ToString().TrimEnd('/');
        return new
        {
            title = "Mentor Course",
            description = "Reflections, rubrics and mentoring logs of a near-peer mentoring internship. Grades go to the gradebook by themselves.",
            oidc_initiation_url = $"{root}/lti/login",
            target_link_uri = $"{root}/",
            redirect_uris = new[] { $"{root}/lti/launch" },
            public_jwk_url = $"{root}/.well-known/jwks.json",
            scopes = new[] { AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score },
            custom_fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["canvas_base_url"] = "$Canvas.api.baseUrl",
                ["due_at"] = "$Canvas.assignment.dueAt.iso8601",
                ["lock_at"] = "$Canvas.assignment.lockAt.iso8601",
                ["points_possible"] = "$Canvas.assignment.pointsPossible",
                ["section_names"] = "$com.instructure.User.sectionNames",
                ["unlock_at"] = "$Canvas.assignment.unlockAt.iso8601",
            },
            extensions = new[]
            {
                new
                {
                    platform = "canvas.instructure.com",
                    // Anonymous launches would show nameless mentors to the instructor.
                    privacy_level = "public",
                    domain = publicUrl.Authority,
                    settings = new
                    {
                        text = "Mentor Course",
                        placements = new object[]
                        {
                            new { placement = "course_navigation", message_type = "LtiResourceLinkRequest", text = "Mentor Course", target_link_uri = $"{root}/", enabled = true },
                        },
                    },
                },
            },
        };
    }
}
