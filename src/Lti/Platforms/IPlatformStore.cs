namespace Lti.Platforms;

/// <summary>
/// The registrations, kept by the application. It is asked twice in every launch: an implementation should answer from
/// memory. Registered as a singleton or scoped.
/// </summary>
public interface IPlatformStore
{
    /// <summary>Finds one registration.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <returns>The registration, or null when it is gone.</returns>
    ValueTask<Platform?> FindAsync(PlatformId id, CancellationToken cancel);

    /// <summary>All registrations of an issuer; hosted Canvas has one issuer for everybody.</summary>
    /// <param name="issuer">The <c>iss</c>, compared character by character.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <returns>None, one or several.</returns>
    ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken cancel);

    /// <summary>
    /// Remembers that a correctly signed launch came from a deployment nobody has approved, so that an administrator can
    /// approve it. Called once for each such launch; must be idempotent.
    /// </summary>
    /// <param name="id">The registration.</param>
    /// <param name="deploymentId">The <c>deployment_id</c>, at most 255 characters.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is remembered.</returns>
    ValueTask RecordPendingDeploymentAsync(PlatformId id, string deploymentId, CancellationToken cancel);
}
