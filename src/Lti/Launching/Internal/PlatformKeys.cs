using System.Collections.Concurrent;
using System.Text;
using Lti.Platforms;
using Lti.Services.Internal;
using Microsoft.Extensions.Logging;

namespace Lti.Launching.Internal;

/// <summary>
/// The platforms' public keys. Known keys answer from memory, also while the key set is down; an unknown <c>kid</c> fetches the set once,
/// at most every ten seconds for a platform, and everybody who waits for it shares the one fetch.
/// </summary>
internal sealed class PlatformKeys(Outbound outbound, TimeProvider time, ILogger<PlatformKeys> log)
{
    private const int LargestKeySet = 256 * 1024;

    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromSeconds(10);

    // A withdrawn key must stop working some day without a restart; the refresh happens behind a launch, not before it.
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PlatformId, KeySet> _sets = new();

    public async ValueTask<KeyAnswer> FindAsync(Platform platform, string keyId, CancellationToken cancel)
    {
        var set = SetOf(platform);
        if (set.Keys.TryGetValue(keyId, out var known))
        {
            if (set.FetchedAt is { } fetched && time.GetElapsedTime(fetched) > FreshFor)
                _ = FetchUnlessJustTried(set);
            return new KeyAnswer(known, Reachable: true);
        }

        await FetchUnlessJustTried(set).WaitAsync(cancel);
        return new KeyAnswer(set.Keys.GetValueOrDefault(keyId), set.LastFetchWorked);
    }

    private KeySet SetOf(Platform platform)
    {
        var set = _sets.GetOrAdd(platform.Id, static (_, address) => new KeySet(address), platform.JwksUri);
        if (set.Address.Equals(platform.JwksUri))
            return set;

        // The registration was edited.
        var edited = new KeySet(platform.JwksUri);
        return _sets.TryUpdate(platform.Id, edited, set) ? edited : SetOf(platform);
    }

    private Task FetchUnlessJustTried(KeySet set)
    {
        lock (set.Gate)
        {
            if (!set.Fetch.IsCompleted)
                return set.Fetch;
            if (set.TriedAt is { } tried && time.GetElapsedTime(tried) < BetweenFetches)
                return Task.CompletedTask;

            set.TriedAt = time.GetTimestamp();
            // Nobody who waits may cancel it for the others.
            return set.Fetch = Task.Run(() => FetchAsync(set), CancellationToken.None);
        }
    }

    private async Task FetchAsync(KeySet set)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, set.Address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        var answer = await outbound.SendAsync(request, LargestKeySet, TimeOut, CancellationToken.None);
        var problem = answer switch
        {
            OutboundAnswer.Failed failed => failed.Reason,
            OutboundAnswer.Received { Status: not 200 } received => $"It answered {received.Status}.",
            OutboundAnswer.Received received => Take(set, received.Body),
            _ => "No answer.",
        };
        set.LastFetchWorked = problem is null;
        if (problem is null)
            Log.KeySetFetched(log, set.Address, set.Keys.Count);
        else
            Log.KeySetFailed(log, set.Address, problem);
    }

    private string? Take(KeySet set, byte[] body)
    {
        if (PlatformKey.ReadSet(Encoding.UTF8.GetString(body)) is not { } keys)
            return "It answered something that is no key set.";
        set.Keys = keys;
        set.FetchedAt = time.GetTimestamp();
        return null;
    }

    private sealed class KeySet(Uri address)
    {
        public Lock Gate { get; } = new();

        public Uri Address { get; } = address;

        /// <summary>Replaced whole, never changed: read without a lock.</summary>
        public volatile Dictionary<string, PlatformKey> Keys = [];

        public volatile bool LastFetchWorked;

        public long? FetchedAt { get; set; }

        public long? TriedAt { get; set; }

        public Task Fetch { get; set; } = Task.CompletedTask;
    }
}

/// <summary>A key, or whether its absence is the platform's word.</summary>
internal readonly record struct KeyAnswer(PlatformKey? Key, bool Reachable);
