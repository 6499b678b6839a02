using System.Collections.Concurrent;

namespace PracticeLms.Courses;

/// <summary>What tools have asked of this LMS since it started.</summary>
public sealed class CampusCounters
{
    private readonly ConcurrentDictionary<string, int> tokenRequests = new(StringComparer.Ordinal);
    private long serviceCalls;
    private long scorePosts;
    private long launches;

    /// <summary>Requests at the token end point by client id, granted or not.</summary>
    public IReadOnlyDictionary<string, int> TokenRequests => tokenRequests;

    /// <summary>Every call of a service, also those that met a trouble.</summary>
    public long ServiceCalls => Interlocked.Read(ref serviceCalls);

    /// <summary>Scores that reached a cell, taken or refused there.</summary>
    public long ScorePosts => Interlocked.Read(ref scorePosts);

    /// <summary>id_tokens that were signed.</summary>
    public long Launches => Interlocked.Read(ref launches);

    internal void TokenRequested(string clientId) => tokenRequests.AddOrUpdate(clientId, 1, static (_, count) => count + 1);

    internal void ServiceCalled() => Interlocked.Increment(ref serviceCalls);

    internal void ScorePosted() => Interlocked.Increment(ref scorePosts);

    internal void Launched() => Interlocked.Increment(ref launches);
}
