using System.Collections.Concurrent;
using Lti.Keys;
using Lti.Platforms;

namespace Lti.Tests.Drivers;

internal sealed class MemoryPlatforms : IPlatformStore
{
    public List<Platform> All { get; } = [];

    public ConcurrentBag<string> Pending { get; } = [];

    public ValueTask<Platform?> FindAsync(PlatformId id, CancellationToken cancel) => new(All.Find(platform => platform.Id == id));

    public ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken cancel) =>
        new(All.FindAll(platform => platform.Issuer.Equals(issuer, StringComparison.Ordinal)));

    public ValueTask RecordPendingDeploymentAsync(PlatformId id, string deploymentId, CancellationToken cancel)
    {
        Pending.Add(deploymentId);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Stands for the one database that all nodes share.</summary>
internal sealed class MemoryToolKeys : IToolKeyStore
{
    private readonly ConcurrentDictionary<string, ToolKey> _keys = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ToolKey> All => [.. _keys.Values];

    /// <summary>Called before a key is added: lets a test put another node in between.</summary>
    public Func<Task>? BeforeAdd { get; set; }

    public ValueTask<IReadOnlyList<ToolKey>> ListAsync(CancellationToken cancel) => new([.. _keys.Values]);

    public async ValueTask AddAsync(ToolKey key, CancellationToken cancel)
    {
        if (BeforeAdd is { } before)
        {
            BeforeAdd = null;
            await before();
        }

        _keys[key.KeyId] = key;
    }

    public ValueTask UpdateAsync(ToolKey key, CancellationToken cancel)
    {
        _keys[key.KeyId] = key;
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(string keyId, CancellationToken cancel)
    {
        _keys.TryRemove(keyId, out _);
        return ValueTask.CompletedTask;
    }
}
