using System.Collections.Concurrent;
using Lti.Keys;
using Lti.Launching;
using Lti.Platforms;

namespace Lti.Hosting;

/// <summary>
/// Everything that the library asks its application to keep, in memory: for try-outs and for the tests of a tool. A restart forgets keys,
/// nonces and pending deployments, and nodes share nothing: an application in earnest keeps them in its database.
/// </summary>
public sealed class InMemoryStores : IPlatformStore, IToolKeyStore
{
    private readonly IReadOnlyList<Platform> _platforms;
    private readonly ConcurrentDictionary<string, ToolKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(PlatformId Platform, string Nonce), DateTimeOffset> _spent = new();
    private readonly ConcurrentDictionary<(PlatformId Platform, string Deployment), bool> _pending = new();

    /// <summary>Knows these registrations and no others.</summary>
    /// <param name="platforms">The registrations.</param>
    public InMemoryStores(params IReadOnlyList<Platform> platforms) => _platforms = platforms;

    /// <summary>Deployments that launched and that nobody has approved.</summary>
    public IReadOnlyCollection<(PlatformId Platform, string Deployment)> Pending => [.. _pending.Keys];

    /// <summary>Spends a launch's nonce, as <see cref="ILaunchHandler.OpenAsync"/> must.</summary>
    /// <param name="launch">The launch.</param>
    /// <returns>False when another launch has spent it.</returns>
    public bool TrySpend(LtiLaunch launch)
    {
        ArgumentNullException.ThrowIfNull(launch);
        foreach (var (old, until) in _spent)
        {
            // A message of the present proves how late it is at the least.
            if (until < launch.IssuedAt)
                _spent.TryRemove(old, out _);
        }

        return _spent.TryAdd((launch.Platform.Id, launch.Nonce), launch.NonceExpiresAt);
    }

    /// <inheritdoc />
    public ValueTask<Platform?> FindAsync(PlatformId id, CancellationToken cancel) => new(_platforms.FirstOrDefault(platform => platform.Id == id));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken cancel) =>
        new([.. _platforms.Where(platform => platform.Issuer.Equals(issuer, StringComparison.Ordinal))]);

    /// <inheritdoc />
    public ValueTask RecordPendingDeploymentAsync(PlatformId id, string deploymentId, CancellationToken cancel)
    {
        _pending[(id, deploymentId)] = true;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ToolKey>> ListAsync(CancellationToken cancel) => new([.. _keys.Values]);

    /// <inheritdoc />
    public ValueTask AddAsync(ToolKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys[key.KeyId] = key;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask UpdateAsync(ToolKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_keys.TryGetValue(key.KeyId, out var known))
            _keys.TryUpdate(key.KeyId, key, known);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask RemoveAsync(string keyId, CancellationToken cancel)
    {
        _keys.TryRemove(keyId, out _);
        return ValueTask.CompletedTask;
    }
}
