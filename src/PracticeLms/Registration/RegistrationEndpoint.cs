using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Hosting;
using PracticeLms.Services;

namespace PracticeLms.Registration;

/// <summary>Dynamic registration 1.0: what this LMS says of itself, and what it takes from a tool that registers.</summary>
internal sealed class RegistrationEndpoint(Campus campus, Addresses addresses, RegistrationTokens tokens)
{
    private const string Tool = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    public IResult Describe() => Results.Json(new JsonObject
    {
        ["issuer"] = addresses.Issuer,
        ["authorization_endpoint"] = $"{addresses.Issuer}/lti/authorize",
        ["token_endpoint"] = addresses.Token,
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["jwks_uri"] = $"{addresses.Issuer}/lti/jwks",
        ["registration_endpoint"] = $"{addresses.Issuer}/lti/register",
        ["scopes_supported"] = new JsonArray([.. Scopes.All.Select(scope => JsonValue.Create(scope))]),
        ["response_types_supported"] = new JsonArray("id_token"),
        ["subject_types_supported"] = new JsonArray("public", "pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["claims_supported"] = new JsonArray("sub", "iss", "name", "given_name", "family_name", "email"),
        ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new JsonObject
        {
            ["product_family_code"] = campus.Manner.Name,
            ["version"] = "practice",
            ["messages_supported"] = new JsonArray(
                new JsonObject { ["type"] = "LtiResourceLinkRequest" }, new JsonObject { ["type"] = "LtiDeepLinkingRequest" }, new JsonObject { ["type"] = "LtiSubmissionReviewRequest" }),
            ["variables"] = new JsonArray("CourseSection.title", "Context.id.history", "ResourceLink.submission.endDateTime"),
        },
    });

    public async Task<IResult> RegisterAsync(HttpRequest request)
    {
        if (!tokens.Spend(request.Headers.Authorization.ToString())) return Refuse(StatusCodes.Status401Unauthorized, "invalid_token", "The registration token is none of ours, or was used.");
        if (await ReadAsync(request) is not { } asked) return Refuse(StatusCodes.Status400BadRequest, "invalid_client_metadata", "The body is no JSON object.");
        if (FaultOf(asked) is { } fault) return Refuse(StatusCodes.Status400BadRequest, "invalid_client_metadata", fault);

        var configuration = asked[Tool]!.AsObject();
        var granted = Scopes.Granted(campus.Settings.GradeSync, (Text(asked["scope"]) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        campus.Register(new RegisteredTool
        {
            Name = Text(asked["client_name"])!,
            Description = Text(configuration["description"]) ?? "",
            Target = Text(configuration["target_link_uri"])!,
            Scopes = granted,
            Messages = [.. (configuration["messages"] as JsonArray ?? []).OfType<JsonObject>().Select(message => Text(message["type"])).OfType<string>()],
            Custom = (configuration["custom_parameters"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => Text(pair.Value) ?? "", StringComparer.Ordinal),
            IsPending = campus.Manner.HoldsToolsBack,
        });

        // The reply repeats what was taken, with what this LMS adds.
        var reply = asked.DeepClone().AsObject();
        reply["client_id"] = Addresses.ClientId;
        reply["scope"] = string.Join(' ', granted);
        reply[Tool]!["deployment_id"] = Addresses.DeploymentId;
        return Results.Json(reply);
    }

    // As Moodle checks them (mod/lti registration_helper).
    private string? FaultOf(JsonObject asked)
    {
        if (Text(asked["client_name"]) is not { Length: > 0 }) return "client_name is missing.";
        if (Text(asked["application_type"]) != "web") return "application_type must be web.";
        if (Text(asked["token_endpoint_auth_method"]) != "private_key_jwt") return "token_endpoint_auth_method must be private_key_jwt.";
        if (!Texts(asked["response_types"]).Contains("id_token", StringComparer.Ordinal)) return "response_types must hold id_token.";
        if (!Texts(asked["grant_types"]).Contains("implicit", StringComparer.Ordinal)) return "grant_types must hold implicit.";
        if (Text(asked["initiate_login_uri"]) != addresses.ToolLogin.AbsoluteUri) return $"initiate_login_uri must be {addresses.ToolLogin}: this LMS knows where its tool is.";
        if (Text(asked["jwks_uri"]) != addresses.ToolKeys.AbsoluteUri) return $"jwks_uri must be {addresses.ToolKeys}.";
        if (!Texts(asked["redirect_uris"]).Contains(addresses.ToolRedirect, StringComparer.Ordinal)) return $"redirect_uris must hold {addresses.ToolRedirect}.";
        if (asked[Tool] is not JsonObject tool) return "The LTI tool configuration is missing.";
        if (Text(tool["target_link_uri"]) is not { } target || !Uri.TryCreate(target, UriKind.Absolute, out var uri)) return "target_link_uri is missing.";
        // ● Moodle compares host and port.
        return Text(tool["domain"]) == uri.Authority ? null : "domain differs from target_link_uri's.";
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refuse(int status, string error, string description) =>
        Results.Json(new JsonObject { ["error"] = error, ["error_description"] = description }, statusCode: status);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray array ? array.Select(Text).OfType<string>() : [];
}
