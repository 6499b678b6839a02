namespace Lti.Registration;

/// <summary>Every refusal of a dynamic registration, once: code, status and sentence.</summary>
public static class RegistrationErrors
{
    /// <summary>The address was opened without <c>openid_configuration</c> (dynamic registration 1.0, 3.3).</summary>
    public static RegistrationError ConfigurationMissing { get; } = Error(
        "registration.configuration-missing", 400,
        "This address is for your learning platform: paste it where it asks for a tool's registration URL (dynamic registration).");

    /// <summary><c>openid_configuration</c> is no address that may be read.</summary>
    public static RegistrationError ConfigurationAddressWrong { get; } = Error(
        "registration.configuration-address", 400, "Your learning platform named an address for its configuration that this tool does not read: it must be https.");

    /// <summary>The configuration could not be fetched.</summary>
    public static RegistrationError ConfigurationUnreachable { get; } = Error(
        "registration.configuration-unreachable", 502, "The configuration of your learning platform could not be read. Try again; if it stays so, register by hand.");

    /// <summary>The configuration lacks something that is required (dynamic registration 1.0, 2.1; security framework 1.0, 5).</summary>
    public static RegistrationError ConfigurationIncomplete { get; } = Error(
        "registration.configuration-incomplete", 502, "The configuration of your learning platform lacks something that this tool needs. Register by hand.");

    /// <summary>The issuer is not of the host that the configuration came from (dynamic registration 1.0, 3.4).</summary>
    public static RegistrationError IssuerElsewhere { get; } = Error(
        "registration.issuer-elsewhere", 400, "The configuration speaks for another learning platform than the one it came from, so it is not believed.");

    /// <summary>The platform did not register us.</summary>
    public static RegistrationError PlatformRefused { get; } = Error(
        "registration.platform-refused", 502, "Your learning platform did not accept the registration. Start it again there: its address works for a short time only.");

    /// <summary>Its answer has no client id.</summary>
    public static RegistrationError AnswerUnreadable { get; } = Error(
        "registration.answer-unreadable", 502, "Your learning platform answered the registration with something that cannot be read. Look there whether the tool was added, and remove it.");

    private static RegistrationError Error(string code, int status, string message) => new() { Code = code, Status = status, Message = message };
}
