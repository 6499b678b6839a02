using System.Security.Cryptography;
using System.Text;
using Lti.Hosting;
using Lti.Keys.Internal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Keys;

/// <summary>
/// The tool's own keys: one signs, all are published. The oldest key that has not retired signs, so that nodes which each made a
/// first key agree on one without talking to each other. Kept in memory for a minute.
/// </summary>
public sealed class ToolKeys : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private readonly KeyMaking _making;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly TimeSpan _overlap;
    private readonly ILogger<ToolKeys> _log;
    private readonly SemaphoreSlim _reading = new(1, 1);

    private volatile Ring? _ring;

    /// <summary>For the service collection.</summary>
    /// <param name="scopes">Where <see cref="IToolKeyStore"/> is found.</param>
    /// <param name="protection">Protects private keys before they reach the store.</param>
    /// <param name="options">The overlap.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where it writes.</param>
    public ToolKeys(
        IServiceScopeFactory scopes,
        IDataProtectionProvider protection,
        IOptions<LtiOptions> options,
        TimeProvider time,
        ILogger<ToolKeys> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        _making = new KeyMaking(protection, time);
        _scopes = scopes;
        _time = time;
        _overlap = options.Value.KeyOverlap;
        _log = log;
    }

    /// <summary>
    /// How long after a rotation the old key goes on signing: 10 minutes, in which every node and every platform that caches our key
    /// set (we allow 5 minutes) comes to know the new one.
    /// </summary>
    public static TimeSpan Lead { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The key that signs now. Makes and stores the first one when there is none.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>RS256 credentials; <c>Kid</c> is set.</returns>
    public async ValueTask<SigningCredentials> SigningKeyAsync(CancellationToken cancel) =>
        (await RingAsync(cancel)).SigningKey;

    /// <summary>The public key set (RFC 7517, 5) with every key that is stored, retired ones included until they are removed.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>UTF-8 JSON.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> PublishedAsync(CancellationToken cancel) =>
        (await RingAsync(cancel)).Published;

    /// <summary>
    /// Makes a new key. It is published at once, and signs after <see cref="Lead"/>, when the old ones retire. These stay published for
    /// <see cref="LtiOptions.KeyOverlap"/> more.
    /// </summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The new key.</returns>
    public async Task<ToolKey> RotateAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IToolKeyStore>();
        // Listed before the new key is made: of two nodes that rotate at once, neither can retire the other's key and lose its own.
        var before = await store.ListAsync(cancel);
        var made = await MakeAsync(store, cancel);
        var retiresAt = _time.GetUtcNow() + Lead;
        foreach (var key in before)
        {
            if (key.RetiredAt is not null)
                continue;
            await store.UpdateAsync(key with { RetiredAt = retiresAt }, cancel);
            Log.KeyRetired(_log, key.KeyId, retiresAt);
        }

        _ring = null;
        return made;
    }

    /// <summary>Rotates when the newest key is older than that; does nothing where there is no key yet. For a schedule.</summary>
    /// <param name="age">How old the newest key may become.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The new key; null when it was not time yet.</returns>
    public async Task<ToolKey?> RotateIfOlderAsync(TimeSpan age, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<IToolKeyStore>().ListAsync(cancel);
        return keys.Count > 0 && keys.Max(key => key.CreatedAt) <= _time.GetUtcNow() - age ? await RotateAsync(cancel) : null;
    }

    /// <summary>Removes keys that retired longer ago than <see cref="LtiOptions.KeyOverlap"/>.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveExpiredAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IToolKeyStore>();
        var removed = 0;
        foreach (var key in await store.ListAsync(cancel))
        {
            if (key.RetiredAt is not { } retired || _time.GetUtcNow() - retired < _overlap)
                continue;
            await store.RemoveAsync(key.KeyId, cancel);
            Log.KeyRemoved(_log, key.KeyId);
            removed++;
        }

        _ring = null;
        return removed;
    }

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    private async ValueTask<Ring> RingAsync(CancellationToken cancel)
    {
        if (_ring is { } fresh && IsFresh(fresh))
            return fresh;

        await _reading.WaitAsync(cancel);
        try
        {
            if (_ring is { } read && IsFresh(read))
                return read;
            return _ring = await ReadAsync(_ring, cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    // A retirement can fall within the minute.
    private bool IsFresh(Ring ring) => _time.GetElapsedTime(ring.ReadAt) < FreshFor && _time.GetUtcNow() < ring.SignsUntil;

    private async Task<Ring> ReadAsync(Ring? last, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IToolKeyStore>();
        var stored = await store.ListAsync(cancel);
        var readAt = _time.GetTimestamp();
        if (OldestThatSigns(stored, last) is { } found)
            return new Ring(found.Key, found.Credentials, Publish(stored), readAt);

        // No key yet. Another node may be at the same: read again afterwards, and the oldest wins on both.
        await MakeAsync(store, cancel);
        stored = await store.ListAsync(cancel);
        var first = OldestThatSigns(stored, last)
            ?? throw new InvalidOperationException("The key store did not keep the key that was just made.");
        return new Ring(first.Key, first.Credentials, Publish(stored), readAt);
    }

    private (ToolKey Key, SigningCredentials Credentials)? OldestThatSigns(IReadOnlyList<ToolKey> stored, Ring? last)
    {
        var now = _time.GetUtcNow();
        var candidates = stored
            .Where(key => key.RetiredAt is not { } retired || now < retired)
            // One whose end is set goes on until then, whatever the clock said that dated its successor.
            .OrderBy(key => key.RetiredAt is null)
            .ThenBy(key => key.CreatedAt)
            .ThenBy(key => key.KeyId, StringComparer.Ordinal);
        foreach (var key in candidates)
        {
            if (last?.Key.KeyId.Equals(key.KeyId, StringComparison.Ordinal) == true)
                return (key, last.SigningKey);
            try
            {
                return (key, _making.Open(key));
            }
            catch (Exception e) when (e is CryptographicException or FormatException)
            {
                Log.KeyUnreadable(_log, key.KeyId, e);
            }
        }

        return null;
    }

    private async Task<ToolKey> MakeAsync(IToolKeyStore store, CancellationToken cancel)
    {
        var key = _making.Make();
        await store.AddAsync(key, cancel);
        Log.KeyMade(_log, key.KeyId);
        return key;
    }

    private static byte[] Publish(IReadOnlyList<ToolKey> stored) =>
        Encoding.UTF8.GetBytes($$"""{"keys":[{{string.Join(',', stored.Select(key => key.PublicJwk))}}]}""");

    private sealed record Ring(ToolKey Key, SigningCredentials SigningKey, byte[] Published, long ReadAt)
    {
        public DateTimeOffset SignsUntil => Key.RetiredAt ?? DateTimeOffset.MaxValue;
    }
}
