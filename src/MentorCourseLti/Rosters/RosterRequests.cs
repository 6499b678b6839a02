using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Rosters;

/// <summary>Wishes to read who is in a course. Pages, launches and the job leave them here; one after the other is granted.</summary>
public sealed class RosterRequests
{
    private readonly Channel<CourseId> wishes = Channel.CreateBounded<CourseId>(capacity: 5_000);
    private readonly ConcurrentDictionary<CourseId, bool> pending = new();

    /// <summary>Asked for once, however often.</summary>
    public void Ask(CourseId course)
    {
        if (pending.TryAdd(course, true) && !wishes.Writer.TryWrite(course))
            pending.TryRemove(course, out _);
    }

    public bool IsPending(CourseId course) => pending.ContainsKey(course);

    internal IAsyncEnumerable<CourseId> AllAsync(CancellationToken cancel) => wishes.Reader.ReadAllAsync(cancel);

    internal void Done(CourseId course) => pending.TryRemove(course, out _);
}
