using System.Collections.Concurrent;
using Lti.Platforms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data.Stores;

/// <summary>
/// The registered platforms, kept in memory for a few seconds: a launch asks no database for them, and what the
/// command line changes is seen soon. When the seconds are over one caller reads anew; a crowd that comes at that
/// moment is served what is known.
/// </summary>
internal sealed class PlatformStore(IServiceScopeFactory scopes, TimeProvider clock) : IPlatformStore
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, KeptList> byIssuer = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PlatformId, Kept> byId = new();

    public async ValueTask<Platform?> FindAsync(PlatformId id, CancellationToken cancel)
    {
        if (byId.TryGetValue(id, out var kept) && (IsFresh(kept.ReadAt) || !byId.TryUpdate(id, kept with { ReadAt = clock.GetTimestamp() }, kept)))
            return kept.Platform;

        var found = await ReadAsync(rows => rows.Where(row => row.Id == id.Value), cancel);
        if (found is not [var platform])
        {
            byId.TryRemove(id, out _);
            return null;
        }

        byId[id] = new Kept(platform, clock.GetTimestamp());
        return platform;
    }

    public async ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken cancel)
    {
        if (byIssuer.TryGetValue(issuer, out var kept) && (IsFresh(kept.ReadAt) || !byIssuer.TryUpdate(issuer, kept with { ReadAt = clock.GetTimestamp() }, kept)))
            return kept.Platforms;

        var found = await ReadAsync(rows => rows.Where(row => row.Issuer == issuer), cancel);
        // Unknown issuers are anybody's invention and are not kept.
        if (found.Count == 0)
            byIssuer.TryRemove(issuer, out _);
        else
            byIssuer[issuer] = new KeptList(found, clock.GetTimestamp());
        return found;
    }

    public async ValueTask RecordPendingDeploymentAsync(PlatformId id, string deploymentId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        if (await db.Deployments.AnyAsync(row => row.PlatformId == id.Value && row.DeploymentId == deploymentId, cancel))
            return;

        db.Deployments.Add(new DeploymentRow { PlatformId = id.Value, DeploymentId = deploymentId, IsApproved = false });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (db.IsDuplicate(exception))
        {
            // A second launch from the same deployment recorded it first.
        }
    }

    /// <summary>What is kept in memory of a platform that was changed here is read anew.</summary>
    public void Forget(PlatformId id, string issuer)
    {
        byId.TryRemove(id, out _);
        byIssuer.TryRemove(issuer, out _);
    }

    private bool IsFresh(long readAt) => clock.GetElapsedTime(readAt) < KeptFor;

    private async Task<IReadOnlyList<Platform>> ReadAsync(Func<IQueryable<PlatformRow>, IQueryable<PlatformRow>> which, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var rows = await which(db.Platforms.AsNoTracking().Include(row => row.Deployments).Where(row => row.RemovedAt == null)).ToListAsync(cancel);
        return [.. rows.Select(ToPlatform)];
    }

    private static Platform ToPlatform(PlatformRow row) => new()
    {
        Id = new PlatformId(row.Id),
        Name = row.Name,
        Issuer = row.Issuer,
        ClientId = row.ClientId,
        AuthorizationEndpoint = new Uri(row.AuthorizationEndpoint),
        TokenEndpoint = new Uri(row.TokenEndpoint),
        JwksUri = new Uri(row.JwksUri),
        Deployments = row.Deployments.Where(deployment => deployment.IsApproved).Select(deployment => deployment.DeploymentId).ToHashSet(StringComparer.Ordinal),
        Family = row.Family,
    };

    private sealed record Kept(Platform Platform, long ReadAt);

    private sealed record KeptList(IReadOnlyList<Platform> Platforms, long ReadAt);
}
