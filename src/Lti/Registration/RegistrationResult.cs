namespace Lti.Registration;

/// <summary>How a dynamic registration went. Closed.</summary>
public abstract record RegistrationResult
{
    private RegistrationResult()
    {
    }

    /// <summary>The platform knows the tool now. The caller stores the registration.</summary>
    /// <param name="Platform">What was agreed.</param>
    public sealed record Registered(RegisteredPlatform Platform) : RegistrationResult;

    /// <summary>It did not come about.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Refused(RegistrationError Error) : RegistrationResult;
}
