namespace Lti.DeepLinking;

/// <summary>What a platform wants picked (deep linking 2.0, 3.3.1), and where the answer goes.</summary>
public sealed record DeepLinkingSettings
{
    /// <summary>Where the answer is posted (<c>deep_link_return_url</c>).</summary>
    public required Uri ReturnUrl { get; init; }

    /// <summary>The types of items that it takes, such as <c>ltiResourceLink</c>.</summary>
    public required IReadOnlyList<string> AcceptTypes { get; init; }

    /// <summary>Whether it takes several items; not said means one.</summary>
    public bool AcceptMultiple { get; init; }

    /// <summary>Whether it takes items with a gradebook column; null where it does not say.</summary>
    public bool? AcceptLineItem { get; init; }

    /// <summary>Goes back unchanged with the answer, and only when it was sent.</summary>
    public string? Data { get; init; }

    /// <summary>Whether it takes links to this tool.</summary>
    public bool AcceptsLinks => AcceptTypes.Contains("ltiResourceLink", StringComparer.Ordinal);
}
