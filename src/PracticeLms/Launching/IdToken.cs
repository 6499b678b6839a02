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
        AddErrand(claims, launch);
        campus.Manner.Shape(claims, launch);
        claims[Claims.Lti("custom")] = CustomValues.Of(campus.Tool?.Custom ?? campus.Manner.CustomByHand, campus, launch, addresses.Issuer);
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
            [Claims.Lti("target_link_uri")] = addresses.Target,
            [Claims.Lti("roles")] = new JsonArray(Claims.CourseRole(role)),
            [Claims.Lti("context")] = new JsonObject
            {
                ["id"] = launch.Course.Id,
                ["label"] = launch.Course.Label,
                ["title"] = launch.Course.Title,
                ["type"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection"),
            },
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

    private void AddErrand(JsonObject claims, Launch launch)
    {
        claims[Claims.Lti("message_type")] = launch.Errand switch
        {
            Errand.Pick => "LtiDeepLinkingRequest",
            Errand.Review => "LtiSubmissionReviewRequest",
            _ => "LtiResourceLinkRequest",
        };
        if (launch.Link is { } link) claims[Claims.Lti("resource_link")] = new JsonObject { ["id"] = link.Id, ["title"] = link.Title, ["description"] = "" };
        switch (launch.Errand)
        {
            case Errand.Pick pick:
                claims[Claims.DeepLinking("deep_linking_settings")] = Settings(pick);
                break;
            case Errand.Review { Of: var person }:
                claims[Claims.Lti("for_user")] = new JsonObject { ["user_id"] = person.Id };
                break;
            case Errand.Show { Address: var address }:
                claims[Claims.Lti("target_link_uri")] = address;
                break;
        }
    }

    private JsonObject Settings(Errand.Pick pick)
    {
        var settings = new JsonObject
        {
            ["deep_link_return_url"] = $"{addresses.Issuer}/lti/deep-linking/{pick.PickId}",
            ["accept_types"] = new JsonArray("ltiResourceLink"),
            ["accept_presentation_document_targets"] = new JsonArray("iframe", "window"),
            ["accept_multiple"] = pick.Many,
            ["accept_lineitem"] = true,
        };
        if (campus.Manner.PickData(pick.PickId) is { } data) settings["data"] = data;
        return settings;
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
        if (launch.Errand is Errand.Review { Column: var column }) endpoint["lineitem"] = services.LineItem(column);
        else if (launch.Link is { } link && launch.Course.LineItemsOf(link) is [var only]) endpoint["lineitem"] = services.LineItem(only);
        return endpoint;
    }
}
