using System.Diagnostics.CodeAnalysis;
using Lti.Launching;
using Microsoft.AspNetCore.Http;

namespace Lti.Hosting;

/// <summary>What the application does with a launch. Registered by the application, resolved scoped, once a request.</summary>
public interface ILaunchHandler
{
    /// <summary>
    /// Opens an accepted launch. Must spend <see cref="LtiLaunch.Nonce"/> (unique by platform and nonce, remembered until
    /// <see cref="LtiLaunch.NonceExpiresAt"/>) in the same transaction that records the launch, and answer
    /// <see cref="LaunchOpening.NonceAlreadySpent"/> when it was there: that is what makes a launch single-use.
    /// </summary>
    /// <param name="launch">The launch.</param>
    /// <param name="http">The request; cookies may be set. Nothing may be written to its body.</param>
    /// <param name="cancel">The request was given up.</param>
    /// <returns>Where the browser goes next.</returns>
    ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel);

    /// <summary>Writes the refusal page, status and body, for the person in front of the screen.</summary>
    /// <param name="error">What went wrong. Its texts are plain: escape them.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancel">The request was given up.</param>
    /// <returns>When the page is written.</returns>
    [SuppressMessage("Naming", "CA1716", Justification = "Only a keyword in Visual Basic.")]
    ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel);
}
