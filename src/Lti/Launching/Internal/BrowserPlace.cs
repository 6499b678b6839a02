namespace Lti.Launching.Internal;

/// <summary>Where in a browser a request came from (<c>Sec-Fetch-Dest</c>, W3C Fetch Metadata).</summary>
internal enum BrowserPlace
{
    /// <summary>An old browser, which does not say; or no browser.</summary>
    Unknown,

    /// <summary>A tab or window of its own, where cookies are first-party.</summary>
    Tab,

    /// <summary>A frame of another page.</summary>
    Frame,
}
