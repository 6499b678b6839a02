using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Hosting;
using PracticeLms.Services;

namespace PracticeLms.Launching;

/// <summary>Writes and signs the launch message (LTI 1.3 core, 5.3 and 5.4).</summary>
internal sealed class IdToken(Campus campus, Addresses addresses, ServiceAddresses services, SigningKey key, TimeProvider time)
{
    public string For(Launch launch, string nonce)
    {
        var claims = Common(launch, nonce);
        AddPerson(claims, launch.Person);
        if (campus.Settings.GradeSync != GradeSync.None) claims[Claims.Ags] = Gradebook(launch);
        claims[Claims.Nrps] = new JsonObject
        {
            ["context_memberships_url"] = services.Memberships(launch.Course),
            ["service_versions"] = new JsonArray("1.0", "2.0"),
        };
        campus.Manner.Shape(claims, launch);
        campus.Counters.Launched();
        return key.Sign(claims);
    }

    private JsonObject Common(Launch launch, string nonce)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var role = launch.Person.IsInstructor ? "Instructor" : "Learner";
        return new()
        {
            ["nonce"] = nonce,
            ["iat"] = now,
            ["exp"] = now + 60,
            ["iss"] = addresses.Issuer,
            ["aud"] = Addresses.ClientId,
            ["sub"] = launch.Person.Id,
            [Claims.Lti("deployment_id")] = Addresses.DeploymentId,
            [Claims.Lti("version")] = "1.3.0",
            [Claims.Lti("message_type")] = "LtiResourceLinkRequest",
            [Claims.Lti("target_link_uri")] = addresses.Target,
            [Claims.Lti("roles")] = new JsonArray(Claims.CourseRole(role)),
            [Claims.Lti("context")] = new JsonObject
            {
                ["id"] = launch.Course.Id,
                ["label"] = launch.Course.Label,
                ["title"] = launch.Course.Title,
                ["type"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection"),
            },
            [Claims.Lti("resource_link")] = new JsonObject { ["id"] = launch.Link.Id, ["title"] = launch.Link.Title, ["description"] = "" },
            [Claims.Lti("launch_presentation")] = new JsonObject
            {
                ["locale"] = "en",
                ["document_target"] = "iframe",
                ["return_url"] = $"{addresses.Issuer}/courses/{launch.Course.Id}",
            },
            [Claims.Lti("tool_platform")] = new JsonObject
            {
                ["product_family_code"] = campus.Manner.Name,
                ["guid"] = "practice-lms",
                ["name"] = "Practice LMS",
                ["description"] = $"A practice LMS in the manner of {campus.Manner.Title}",
            },
        };
    }

    private void AddPerson(JsonObject claims, Person person)
    {
        if (campus.Settings.ShareNames)
        {
            claims["given_name"] = person.GivenName;
            claims["family_name"] = person.FamilyName;
            claims["name"] = person.Name;
        }

        if (campus.Settings.ShareEmails) claims["email"] = person.Email;
    }

    private JsonObject Gradebook(Launch launch)
    {
        var endpoint = new JsonObject
        {
            ["scope"] = new JsonArray([.. Scopes.Permitted(campus.Settings.GradeSync).Order(StringComparer.Ordinal).Select(scope => JsonValue.Create(scope))]),
            ["lineitems"] = services.LineItems(launch.Course),
        };

        // AGS 2.0, 3.1.2: only a link with exactly one column names it.
        if (launch.Course.LineItemsOf(launch.Link) is [var only]) endpoint["lineitem"] = services.LineItem(only);
        return endpoint;
    }
}
