namespace PracticeLms.Troubles;

/// <summary>What can be wrong with an LMS's services.</summary>
public enum TroubleKind
{
    None,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>429 with Retry-After.</summary>
    Throttled,

    /// <summary>403 with <c>X-Rate-Limit-Remaining: 0</c>, as Canvas says it.</summary>
    Rationed,

    /// <summary>No answer for a minute; nothing is done.</summary>
    Timeout,

    /// <summary>Tokens are refused; a new one works.</summary>
    Revoked,

    /// <summary>The request is carried out, but the connection breaks before its answer.</summary>
    LostAnswer,
}
