using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Wishes to know what a gradebook column shows just now, such as of somebody who opens a receipt. A page does not ask the LMS
/// itself: it leaves the wish here and looks again.
/// </summary>
public sealed class ReadBackRequests(TimeProvider clock)
{
    /// <summary>A column that was just read, or could not be, is not read again at once.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private readonly Channel<GradeColumnId> wishes = Channel.CreateBounded<GradeColumnId>(capacity: 1_000);
    private readonly ConcurrentDictionary<GradeColumnId, long?> readAt = new();

    internal IAsyncEnumerable<GradeColumnId> AllAsync(CancellationToken cancel) => wishes.Reader.ReadAllAsync(cancel);

    /// <summary>True while the column is being read: the page should look again.</summary>
    public bool Ask(GradeColumnId column)
    {
        if (readAt.TryGetValue(column, out long? known))
        {
            if (known is not { } at)
                return true;
            if (clock.GetElapsedTime(at) < Rest)
                return false;
        }

        readAt[column] = null;
        if (wishes.Writer.TryWrite(column))
            return true;
        // Too many wish for something: this one is for another time.
        readAt.TryRemove(column, out _);
        return false;
    }

    internal void Done(GradeColumnId column) => readAt[column] = clock.GetTimestamp();
}
