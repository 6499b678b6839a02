namespace Lti.Launching;

/// <summary>
/// What the platform says about the person (LTI 1.3 core, 5.3.6). Each part may be absent: platforms are free to share none of it.
/// </summary>
public sealed record LtiPerson
{
    /// <summary>Full name, <c>name</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Given name, <c>given_name</c>.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name, <c>family_name</c>.</summary>
    public string? FamilyName { get; init; }

    /// <summary>E-mail address, <c>email</c>; not verified by anybody.</summary>
    public string? Email { get; init; }

    /// <summary>Language as a BCP 47 tag, <c>locale</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The name to show: the full name, else given and family name, else null.</summary>
    public string? DisplayName => Name ?? (GivenName, FamilyName) switch
    {
        (null, null) => null,
        (null, var family) => family,
        (var given, null) => given,
        var (given, family) => $"{given} {family}",
    };
}
