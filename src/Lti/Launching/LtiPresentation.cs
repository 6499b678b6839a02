namespace Lti.Launching;

/// <summary>How the platform shows the tool (LTI 1.3 core, 5.4.4).</summary>
public sealed record LtiPresentation
{
    /// <summary>Language of the page around us, as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary><c>iframe</c>, <c>frame</c> or <c>window</c>.</summary>
    public string? DocumentTarget { get; init; }

    /// <summary>Where the person may be sent back to. Only http and https addresses are kept.</summary>
    public Uri? ReturnUrl { get; init; }
}
