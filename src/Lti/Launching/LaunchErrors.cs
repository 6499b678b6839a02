namespace Lti.Launching;

/// <summary>
/// Every refusal that this library gives, once: code, status and sentence. An application that speaks another language
/// translates by <see cref="LaunchError.Code"/>.
/// </summary>
public static class LaunchErrors
{
    private const string OpenAgain = "Go back to your course and open it again.";
    private const string TellAdministrator = "Please show this page to the people who run your learning platform.";

    /// <summary>The request body is no form, too large, or broken.</summary>
    public static LaunchError RequestMalformed { get; } =
        Error("lti.request-malformed", 400, $"Your learning platform sent something that could not be read. {OpenAgain}");

    /// <summary>The login names no issuer (security framework 1.0, 5.1.1.1).</summary>
    public static LaunchError LoginIssuerMissing { get; } =
        Error("login.issuer-missing", 400, $"This address is opened by a learning platform, not by hand. {OpenAgain}");

    /// <summary>The login has no <c>login_hint</c>.</summary>
    public static LaunchError LoginHintMissing { get; } =
        Error("login.hint-missing", 400, $"Your learning platform did not say who you are (login_hint). {TellAdministrator}");

    /// <summary>The login has no <c>target_link_uri</c>.</summary>
    public static LaunchError LoginTargetMissing { get; } =
        Error("login.target-missing", 400, $"Your learning platform did not say what to open (target_link_uri). {TellAdministrator}");

    /// <summary>The login's <c>target_link_uri</c> leads to another origin.</summary>
    public static LaunchError LoginTargetElsewhere { get; } =
        Error("login.target-elsewhere", 400, $"This link leads to another place than this tool. {TellAdministrator}");

    /// <summary>Nobody has registered this issuer with this client id.</summary>
    public static LaunchError LoginPlatformUnknown { get; } =
        Error("login.platform-unknown", 403, $"This tool does not know your learning platform yet. {TellAdministrator}");

    /// <summary>The issuer has several registrations and the login does not say which (no <c>client_id</c>).</summary>
    public static LaunchError LoginPlatformAmbiguous { get; } =
        Error(
            "login.platform-ambiguous", 400,
            $"Your learning platform is registered more than once and did not say which it is (client_id). {TellAdministrator}");

    /// <summary>A deep linking request without what it must say (deep linking 2.0, 3.3.1).</summary>
    public static LaunchError DeepLinkingSettingsMissing { get; } =
        Error("launch.deep-linking-settings", 400, $"Your learning platform asked to pick something and did not say where the answer goes. {TellAdministrator}");

    /// <summary>A submission review without the person whose submission it is (LTI submission review 1.0).</summary>
    public static LaunchError ForUserMissing { get; } =
        Error("launch.for-user-missing", 400, $"Your learning platform did not say whose work to open (for_user). {TellAdministrator}");

    /// <summary>The launch address was opened by hand or reloaded (GET).</summary>
    public static LaunchError NotPosted { get; } =
        Error("launch.not-posted", 405, "This page cannot be opened by itself. Open the link from your course.");

    /// <summary>The platform answered our login with an error (OIDC core 3.1.2.6).</summary>
    public static LaunchError PlatformError { get; } =
        Error("launch.platform-error", 403, $"Your learning platform did not let you in. {OpenAgain}");

    /// <summary>No <c>state</c>.</summary>
    public static LaunchError StateMissing { get; } =
        Error("launch.state-missing", 400, $"This link was not opened from a course. {OpenAgain}");

    /// <summary>The <c>state</c> was not made by us.</summary>
    public static LaunchError StateInvalid { get; } =
        Error("launch.state-invalid", 400, $"This link could not be checked. {OpenAgain}");

    /// <summary>The login is older than ten minutes.</summary>
    public static LaunchError StateExpired { get; } =
        Error("launch.state-expired", 403, $"This link has been open for too long. {OpenAgain}");

    /// <summary>The browser keeps our cookies, but not this login's: the launch was opened before.</summary>
    public static LaunchError StateUsed { get; } =
        Error("launch.state-used", 403, $"This link was already opened. {OpenAgain}");

    /// <summary>The browser that posts the launch is not known to be the one that started the login.</summary>
    public static LaunchError CookieMissing { get; } =
        Error(
            "launch.cookie-missing", 403,
            "Your browser keeps no cookies for this tool inside your course page. Open it in a new tab instead.");

    /// <summary>The same in a tab of its own, where nothing but the browser's settings can be in the way.</summary>
    public static LaunchError CookiesOff { get; } =
        Error(
            "launch.cookies-off", 403,
            $"Your browser keeps no cookies for this tool, so it cannot tell who you are. Allow cookies for this site in the browser's settings. {OpenAgain}");

    /// <summary>The registration was removed between login and launch.</summary>
    public static LaunchError PlatformUnknown { get; } =
        Error("launch.platform-unknown", 403, $"This tool does not know your learning platform any more. {TellAdministrator}");

    /// <summary>No <c>id_token</c>.</summary>
    public static LaunchError TokenMissing { get; } =
        Error("launch.token-missing", 400, $"Your learning platform sent no launch message (id_token). {TellAdministrator}");

    /// <summary>The <c>id_token</c> is no signed JWT, or too long.</summary>
    public static LaunchError TokenMalformed { get; } =
        Error("launch.token-malformed", 400, $"Your learning platform sent a launch message that could not be read. {TellAdministrator}");

    /// <summary>Not signed with RS256.</summary>
    public static LaunchError AlgorithmNotAllowed { get; } =
        Error(
            "launch.algorithm-not-allowed", 403,
            $"Your learning platform signed the launch message in a way that is not allowed. {TellAdministrator}");

    /// <summary>No <c>kid</c>.</summary>
    public static LaunchError KeyIdMissing { get; } =
        Error(
            "launch.kid-missing", 403,
            $"Your learning platform did not say which key signed the launch message (kid). {TellAdministrator}");

    /// <summary>The <c>kid</c> is not in the platform's key set.</summary>
    public static LaunchError KeyUnknown { get; } =
        Error(
            "launch.kid-unknown", 403,
            $"The launch message was signed with a key that your learning platform does not publish. {OpenAgain}");

    /// <summary>The platform's key set cannot be read and none of its keys is known.</summary>
    public static LaunchError KeysUnreachable { get; } =
        Error("launch.keys-unreachable", 403, "Your learning platform could not be reached to check this link. Try again in a minute.");

    /// <summary>The signature is wrong.</summary>
    public static LaunchError SignatureInvalid { get; } =
        Error("launch.signature-invalid", 403, $"The launch message was not signed by your learning platform. {OpenAgain}");

    /// <summary>Another <c>iss</c> than the login's.</summary>
    public static LaunchError IssuerMismatch { get; } =
        Error(
            "launch.issuer-mismatch", 403,
            $"The launch message comes from another learning platform than the one you started from. {TellAdministrator}");

    /// <summary>Our client id is not in <c>aud</c>.</summary>
    public static LaunchError AudienceMismatch { get; } =
        Error("launch.audience-mismatch", 403, $"The launch message is meant for another tool. {TellAdministrator}");

    /// <summary><c>azp</c> is not our client id, or is missing beside several audiences.</summary>
    public static LaunchError AuthorizedPartyMismatch { get; } =
        Error("launch.azp-mismatch", 403, $"The launch message was made for another tool. {TellAdministrator}");

    /// <summary><c>iat</c> or <c>exp</c> is missing or no number.</summary>
    public static LaunchError TimestampsMissing { get; } =
        Error("launch.timestamps-missing", 403, $"The launch message does not say when it was made. {TellAdministrator}");

    /// <summary><c>exp</c> has passed.</summary>
    public static LaunchError Expired { get; } =
        Error("launch.expired", 403, $"This link has been open for too long. {OpenAgain}");

    /// <summary><c>iat</c> (or <c>nbf</c>) is in the future, or <c>exp</c> is not after <c>iat</c>.</summary>
    public static LaunchError NotYetValid { get; } =
        Error("launch.not-yet-valid", 403, $"Your learning platform's clock is ahead of this tool's. {TellAdministrator}");

    /// <summary><c>iat</c> is before the login, whose nonce it holds.</summary>
    public static LaunchError IssuedTooLongAgo { get; } =
        Error("launch.issued-too-long-ago", 403, $"Your learning platform's clock is behind this tool's. {TellAdministrator}");

    /// <summary>No <c>nonce</c>.</summary>
    public static LaunchError NonceMissing { get; } =
        Error("launch.nonce-missing", 403, $"The launch message is incomplete (nonce). {TellAdministrator}");

    /// <summary>Another <c>nonce</c> than the login's.</summary>
    public static LaunchError NonceMismatch { get; } =
        Error("launch.nonce-mismatch", 403, $"The launch message belongs to another visit. {OpenAgain}");

    /// <summary>The <c>nonce</c> was spent before.</summary>
    public static LaunchError NonceReplayed { get; } =
        Error("launch.nonce-replayed", 403, $"This link was already opened. {OpenAgain}");

    /// <summary>No <c>version</c>.</summary>
    public static LaunchError VersionMissing { get; } =
        Error("launch.version-missing", 400, $"The launch message does not say which version of LTI it is. {TellAdministrator}");

    /// <summary>Another <c>version</c> than 1.3.0.</summary>
    public static LaunchError VersionUnsupported { get; } =
        Error(
            "launch.version-unsupported", 400,
            $"Your learning platform uses a version of LTI that this tool does not know. {TellAdministrator}");

    /// <summary>No <c>message_type</c>.</summary>
    public static LaunchError MessageTypeMissing { get; } =
        Error("launch.message-type-missing", 400, $"The launch message does not say what it is (message_type). {TellAdministrator}");

    /// <summary>A <c>message_type</c> that this tool does not know.</summary>
    public static LaunchError MessageTypeUnsupported { get; } =
        Error(
            "launch.message-type-unsupported", 400,
            $"Your learning platform asked for something that this tool cannot do. {TellAdministrator}");

    /// <summary>No <c>sub</c>.</summary>
    public static LaunchError SubjectMissing { get; } =
        Error(
            "launch.subject-missing", 403,
            $"Your learning platform did not say who you are (sub), so your work could not be kept. {TellAdministrator}");

    /// <summary>No <c>roles</c> list; an empty one is fine.</summary>
    public static LaunchError RolesMissing { get; } =
        Error("launch.roles-missing", 400, $"Your learning platform did not say what you are in the course (roles). {TellAdministrator}");

    /// <summary>No <c>target_link_uri</c>.</summary>
    public static LaunchError TargetMissing { get; } =
        Error("launch.target-missing", 400, $"The launch message does not say what to open (target_link_uri). {TellAdministrator}");

    /// <summary>The <c>target_link_uri</c> leads to another origin.</summary>
    public static LaunchError TargetElsewhere { get; } =
        Error("launch.target-elsewhere", 400, $"This link leads to another place than this tool. {TellAdministrator}");

    /// <summary>A resource link request without <c>resource_link.id</c>.</summary>
    public static LaunchError ResourceLinkMissing { get; } =
        Error(
            "launch.resource-link-missing", 400,
            $"The launch message does not say which link was opened (resource_link). {TellAdministrator}");

    /// <summary>No <c>deployment_id</c>.</summary>
    public static LaunchError DeploymentMissing { get; } =
        Error(
            "launch.deployment-missing", 400,
            $"The launch message does not say which installation it belongs to (deployment_id). {TellAdministrator}");

    /// <summary>A <c>deployment_id</c> that nobody has approved; it was recorded as pending.</summary>
    public static LaunchError DeploymentUnknown { get; } =
        Error(
            "launch.deployment-unknown", 403,
            $"This installation of the tool has not been approved yet. Its administrator can do so now. {OpenAgain}");

    /// <summary>A claim has the wrong shape, or an id is longer than the specification allows.</summary>
    public static LaunchError ClaimMalformed { get; } =
        Error("launch.claim-malformed", 400, $"Your learning platform sent a launch message that could not be read. {TellAdministrator}");

    private static LaunchError Error(string code, int status, string message) => new() { Code = code, Status = status, Message = message };
}
