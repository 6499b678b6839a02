using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Processes;
using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;

namespace Benchmarks.Launches;

/// <summary>One mentor of the sample: what the LMS says of them in every launch, except nonce and times.</summary>
internal sealed class Mentor
{
    private const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    private const string Ags = "https://purl.imsglobal.org/spec/lti-ags/";

    public required byte[] Name { get; init; }

    /// <summary>The login initiation as a form.</summary>
    public required string LoginForm { get; init; }

    /// <summary>The claims as the middle of a JSON object.</summary>
    public required byte[] Claims { get; init; }

    public static Mentor Of(int number, int courses, Registration platform, Uri tool)
    {
        int course = number % courses;
        string subject = SampleNames.Student(number);
        string link = SampleNames.Link(course, 1);
        string target = new Uri(tool, "/").ToString();
        string name = SampleNames.StudentName(number);
        string json = JsonSerializer.Serialize(Message(subject, name, course, link, target, platform));
        return new Mentor
        {
            Name = Encoding.UTF8.GetBytes(name),
            LoginForm = string.Join('&',
                $"iss={Uri.EscapeDataString(platform.Issuer)}",
                $"target_link_uri={Uri.EscapeDataString(target)}",
                $"login_hint={subject}",
                $"lti_message_hint={Uri.EscapeDataString($$"""{"cmid":{{number}},"launchid":"ltilaunch{{course}}_1863456789"}""")}",
                $"client_id={platform.ClientId}",
                $"lti_deployment_id={platform.Deployment}"),
            // Without the outer braces.
            Claims = Encoding.UTF8.GetBytes(json[1..^1]),
        };
    }

    // The shape and size of a recorded launch of Moodle's; titles as the sample has them, so that a returning mentor brings no news.
    private static JsonObject Message(string subject, string name, int course, string link, string target, Registration platform) => new()
    {
        ["iss"] = platform.Issuer,
        ["aud"] = platform.ClientId,
        ["sub"] = subject,
        [Lti + "deployment_id"] = platform.Deployment,
        [Lti + "version"] = "1.3.0",
        [Lti + "message_type"] = "LtiResourceLinkRequest",
        [Lti + "target_link_uri"] = target,
        [Lti + "roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"),
        [Lti + "lis"] = new JsonObject { ["person_sourcedid"] = "", ["course_section_sourcedid"] = "" },
        [Lti + "context"] = new JsonObject
        {
            ["id"] = SampleNames.Context(course),
            ["label"] = $"BIO 399-{course}",
            ["title"] = $"Mentor Internship {course}",
            ["type"] = new JsonArray("CourseSection"),
        },
        [Lti + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = SampleReflections.All[0].Title, ["description"] = "" },
        [Lti + "launch_presentation"] = new JsonObject
        {
            ["locale"] = "en",
            ["document_target"] = "iframe",
            ["return_url"] = $"{platform.Issuer}/mod/lti/return.php?course={course}&launch_container=3&instanceid=1",
        },
        [Lti + "tool_platform"] = new JsonObject
        {
            ["product_family_code"] = "moodle",
            ["version"] = "2022112810",
            ["guid"] = "bench",
            ["name"] = "Bench",
            ["description"] = "The driver's own LMS",
        },
        [Ags + "claim/endpoint"] = new JsonObject
        {
            ["scope"] = new JsonArray(Ags + "scope/lineitem", Ags + "scope/lineitem.readonly", Ags + "scope/result.readonly", Ags + "scope/score"),
            ["lineitems"] = $"{platform.Issuer}/mod/lti/services.php/{course}/lineitems?type_id=1",
            ["lineitem"] = $"{platform.Issuer}/mod/lti/services.php/{course}/lineitems/1/lineitem?type_id=1",
        },
        ["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new JsonObject
        {
            ["context_memberships_url"] = $"{platform.Issuer}/mod/lti/services.php/CourseSection/{course}/bindings/1/memberships",
            ["service_versions"] = new JsonArray("1.0", "2.0"),
        },
        ["given_name"] = name.Split(' ')[0],
        ["family_name"] = name.Split(' ')[1],
        ["name"] = name,
        ["email"] = $"{subject}@example.edu",
        [Lti + "ext"] = new JsonObject { ["user_username"] = subject, ["lms"] = "moodle-2" },
    };
}
