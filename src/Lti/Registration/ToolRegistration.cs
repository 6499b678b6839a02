namespace Lti.Registration;

/// <summary>What a tool says of itself when it registers (dynamic registration 1.0, 2.2). Addresses are the library's own.</summary>
public sealed record ToolRegistration
{
    /// <summary>The name that people see.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences about it.</summary>
    public required string Description { get; init; }

    /// <summary>The service scopes that it would use. Those that a platform says it does not have are not asked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Custom parameters for every launch; values may be variables such as <c>$ResourceLink.submission.endDateTime</c>.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>Claims about people that it needs.</summary>
    public IReadOnlyList<string> Claims { get; init; } = ["iss", "sub", "name", "given_name", "family_name", "email"];

    /// <summary>The messages that it takes, each with its label; <c>LtiResourceLinkRequest</c> among them.</summary>
    public required IReadOnlyList<ToolMessage> Messages { get; init; }

    /// <summary>Further members of the tool configuration, by full name, for products that ask for them.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;
}

/// <summary>One kind of message that a tool takes (dynamic registration 1.0, 2.2.3).</summary>
/// <param name="Type">Such as <c>LtiDeepLinkingRequest</c>.</param>
/// <param name="Label">What the platform's menu says.</param>
/// <param name="Placements">Where the platform offers it; products have names of their own. Empty for its defaults.</param>
public sealed record ToolMessage(string Type, string Label, params IReadOnlyList<string> Placements);
