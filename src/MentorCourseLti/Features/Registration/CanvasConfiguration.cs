using MentorCourseLti.Hosting;

namespace MentorCourseLti.Features.Registration;

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
            title = ToolDescription.Name,
            description = ToolDescription.Words,
            oidc_initiation_url = $"{root}/lti/login",
            target_link_uri = $"{root}/",
            redirect_uris = new[] { $"{root}/lti/launch" },
            public_jwk_url = $"{root}/.well-known/jwks.json",
            scopes = ToolDescription.Scopes,
            custom_fields = ToolDescription.Custom.Where(pair => IsCanvass(pair.Value)).ToDictionary(StringComparer.Ordinal),
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
                        text = ToolDescription.Name,
                        placements = new object[]
                        {
                            new { placement = "course_navigation", message_type = "LtiResourceLinkRequest", text = ToolDescription.Name, target_link_uri = $"{root}/", enabled = true },
                            new { placement = "assignment_selection", message_type = "LtiDeepLinkingRequest", text = ToolDescription.Name, target_link_uri = $"{root}/" },
                            new { placement = "link_selection", message_type = "LtiDeepLinkingRequest", text = ToolDescription.Name, target_link_uri = $"{root}/" },
                        },
                    },
                },
            },
        };
    }

    /// <summary>Canvas knows few of LTI's own variables.</summary>
    private static bool IsCanvass(string variable) =>
        variable.StartsWith("$Canvas.", StringComparison.Ordinal) || variable.StartsWith("$com.instructure.", StringComparison.Ordinal) || variable == "$Context.id.history";
}
