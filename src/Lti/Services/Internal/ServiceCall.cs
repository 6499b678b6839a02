using Lti.Platforms;

namespace Lti.Services.Internal;

/// <summary>One call to a platform's service.</summary>
internal sealed record ServiceCall
{
    public required Platform Platform { get; init; }

    public required HttpMethod Method { get; init; }

    public required Uri Address { get; init; }

    /// <summary>The scope that the call needs.</summary>
    public required string Scope { get; init; }

    /// <summary>What to ask the token end point for, so that the services of one kind share a token.</summary>
    public required IReadOnlyCollection<string> TokenScopes { get; init; }

    /// <summary>Exactly one media type: Moodle answers 400 to a list or to */*.</summary>
    public required string Accept { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }
}

/// <summary>A service's 2xx answer.</summary>
internal sealed record ServiceReply(int Status, byte[] Body, Uri? Next);
