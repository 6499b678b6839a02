using Lti.Launching;

namespace MentorCourseLti.Hosting.Refusals;

/// <summary>A page that says what did not work, what to do, and a short code for the help desk. Its words are in RefusalText.resx under the code.</summary>
/// <param name="Sentence">Where the words come from elsewhere (the protocol library).</param>
/// <param name="NewTab">Address for the one button that opens the tool in a tab of its own.</param>
public sealed record Refusal(string Code, int Status, string? Sentence = null, string? NewTab = null)
{
    /// <summary>The visit ran out, or its member is no longer in the course.</summary>
    public static Refusal VisitOver { get; } = new("visit.over", StatusCodes.Status401Unauthorized);

    /// <summary>No cookie of this visit, and the launch is too long ago for a new tab.</summary>
    public static Refusal NoVisit { get; } = new("visit.none", StatusCodes.Status401Unauthorized);

    /// <summary>Somebody came by address, not from a course.</summary>
    public static Refusal OpenFromCourse { get; } = new("visit.open-from-course", StatusCodes.Status401Unauthorized);

    /// <summary>Somebody opened the registration address without an invitation that still holds.</summary>
    public static Refusal NoInvitation { get; } = new("registration.no-invitation", StatusCodes.Status403Forbidden);

    /// <summary>Somebody wrote into a run that is put away.</summary>
    public static Refusal Archived { get; } = new("page.archived", StatusCodes.Status403Forbidden);

    public static Refusal NoCookie(string newTab) => new("visit.no-cookie", StatusCodes.Status401Unauthorized, NewTab: newTab);

    public static Refusal Of(LaunchError error) => new(error.Code, error.Status, error.Message, error.RetryInNewTab?.ToString());

    public static Refusal Of(int status) => new(status switch
    {
        StatusCodes.Status400BadRequest => "page.bad-request",
        StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => "page.not-found",
        StatusCodes.Status405MethodNotAllowed => "page.wrong-method",
        StatusCodes.Status413PayloadTooLarge => "page.too-large",
        StatusCodes.Status507InsufficientStorage => "page.disk-full",
        _ => status < 500 ? "page.bad-request" : "page.our-fault",
    }, status);
}
