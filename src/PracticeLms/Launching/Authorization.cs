using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms.Launching;

/// <summary>The authorization end point: checks the tool's request and posts a signed launch back (OIDC core 3.2.2).</summary>
internal sealed class Authorization(Campus campus, Addresses addresses, LaunchTable launches, IdToken idToken)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var ask = await ReadAsync(http.Request);

        // OIDC core 3.2.2.6: nothing is sent to an address that is not registered, not even an error.
        if (ask("redirect_uri") != addresses.ToolRedirect) return Page($"redirect_uri must be {addresses.ToolRedirect}, exactly.");

        return Check(ask) switch
        {
            { Error: { } error } refused => PostBack(ask, ("error", error), ("error_description", refused.Description)),
            { Launch: { } launch } => PostBack(ask, ("id_token", idToken.For(launch, ask("nonce")))),
            _ => throw new InvalidOperationException("A check ends in an error or a launch."),
        };
    }

    // In Moodle's order (mod/lti/auth.php). The launch is looked up last, so that a wrong request does not spend it.
    private Verdict Check(Func<string, string> ask)
    {
        if (campus.Tool is { IsPending: true }) return new("unauthorized_client", "This tool waits for an administrator to activate it.");
        if (ask("client_id") != Addresses.ClientId) return new("unauthorized_client", "This client id is not registered here.");
        if (!ask("scope").Split(' ').Contains("openid", StringComparer.Ordinal)) return new("invalid_scope", "scope must be openid.");
        if (ask("response_type") != "id_token") return new("unsupported_response_type", "response_type must be id_token.");
        if (ask("response_mode") != "form_post") return new("invalid_request", "response_mode must be form_post.");
        if (ask("prompt") is not ("none" or "")) return new("invalid_request", "prompt must be none.");
        if (ask("nonce").Length == 0) return new("invalid_request", "nonce is missing.");
        if (ask("state").Length == 0) return new("invalid_request", "state is missing.");
        if (campus.Manner.LaunchIdIn(ask("lti_message_hint")) is not { Length: > 0 } id) return new("invalid_request", "No launch id in LTI hint.");
        if (launches.Find(id, campus.Manner) is not { } launch) return new("invalid_request", "This launch is over or was already used. Open the link again.");
        if (ask("login_hint") != launch.Person.Id) return new("access_denied", "login_hint names somebody else.");
        if (launch.Link is { } link && campus.FindLink(link.Id) is null) return new("access_denied", "This link was deleted.");

        return new(launch);
    }

    private static IResult PostBack(Func<string, string> ask, params (string Name, string Value)[] answer) => SelfSubmittingForm.To(
        ask("redirect_uri"),
        answer.Append(("state", ask("state"))).Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    private static IResult Page(string sentence) =>
        Results.Text($"This LMS cannot answer the tool: {sentence}", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    private static async Task<Func<string, string>> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) return name => request.Query[name].ToString();

        var form = await request.FormAsync();
        return name => form[name].ToString();
    }

    private sealed record Verdict(Launch? Launch, string? Error, string Description)
    {
        public Verdict(Launch launch)
            : this(launch, null, "")
        {
        }

        public Verdict(string error, string description)
            : this(null, error, description)
        {
        }
    }
}
