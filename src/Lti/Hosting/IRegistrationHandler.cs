using System.Diagnostics.CodeAnalysis;
using Lti.Registration;
using Microsoft.AspNetCore.Http;

namespace Lti.Hosting;

/// <summary>What the application does with dynamic registrations. Registered by the application, resolved scoped, once a request.</summary>
public interface IRegistrationHandler
{
    /// <summary>
    /// Decides whether this request may register a platform, such as by an invitation in its query. Anybody can open the address: without a check
    /// anybody could register.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="cancel">The request was given up.</param>
    /// <returns>What the tool says of itself; null where the application has written a refusal.</returns>
    ValueTask<ToolRegistration?> BeginAsync(HttpContext http, CancellationToken cancel);

    /// <summary>Stores what was agreed (an issuer and client id that are known already are updated, never doubled), and writes a page about it.</summary>
    /// <param name="platform">What was agreed.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancel">The request was given up.</param>
    /// <returns>When the page is written.</returns>
    ValueTask RegisteredAsync(RegisteredPlatform platform, HttpContext http, CancellationToken cancel);

    /// <summary>Writes a page about why it did not come about.</summary>
    /// <param name="error">What went wrong. Its texts are plain: escape them.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancel">The request was given up.</param>
    /// <returns>When the page is written.</returns>
    [SuppressMessage("Naming", "CA1716", Justification = "Only a keyword in Visual Basic.")]
    ValueTask RefuseAsync(RegistrationError error, HttpContext http, CancellationToken cancel);
}
