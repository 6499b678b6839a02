using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MentorCourseLti.Hosting.Wishes;

/// <summary>
/// What pages, launches and jobs wish to have read from an LMS. They do not ask the LMS themselves: they leave the wish here, and look
/// again.
/// </summary>
/// <param name="rest">What was just granted, or could not be, is not granted again so soon.</param>
public abstract class WishList<TKey>(TimeProvider clock, int capacity, TimeSpan rest)
    where TKey : notnull
{
    private readonly Channel<TKey> wishes = Channel.CreateBounded<TKey>(capacity);
    private readonly ConcurrentDictionary<TKey, bool> pending = new();
    private readonly ConcurrentDictionary<TKey, long> grantedAt = new();

    /// <summary>Asked for once, however often. True while it is pending: a page should look again.</summary>
    public bool Ask(TKey key)
    {
        if (IsPending(key))
            return true;
        if (grantedAt.TryGetValue(key, out long at) && clock.GetElapsedTime(at) < rest)
            return false;
        if (!pending.TryAdd(key, true) || wishes.Writer.TryWrite(key))
            return true;
        // Too many wish for something: this one is for another time.
        pending.TryRemove(key, out _);
        return false;
    }

    public bool IsPending(TKey key) => pending.ContainsKey(key);

    internal IAsyncEnumerable<TKey> AllAsync(CancellationToken cancel) => wishes.Reader.ReadAllAsync(cancel);

    internal void Done(TKey key)
    {
        if (rest > TimeSpan.Zero)
            grantedAt[key] = clock.GetTimestamp();
        pending.TryRemove(key, out _);
    }
}
