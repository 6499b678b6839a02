namespace Lti.Registration;

/// <summary>Why a dynamic registration did not come about. Holds no token and no secret.</summary>
public sealed record RegistrationError
{
    /// <summary>A code that a human can search for, such as <c>registration.issuer-elsewhere</c>. See <see cref="RegistrationErrors"/>.</summary>
    public required string Code { get; init; }

    /// <summary>One or two English sentences that an administrator can act on. Plain text: escape it.</summary>
    public required string Message { get; init; }

    /// <summary>The HTTP status of the page that says so.</summary>
    public required int Status { get; init; }

    /// <summary>What exactly was wrong. At most some hundred characters. Plain text: escape it.</summary>
    public string? Detail { get; init; }
}
