using System.Collections.Concurrent;
using System.Security.Cryptography;
using PracticeLms.Courses;
using PracticeLms.Manners;

namespace PracticeLms.Launching;

/// <summary>The launches that are under way. An id cannot be guessed, so it is all the authorization end point needs of the browser.</summary>
internal sealed class LaunchTable(TimeProvider time)
{
    private const int SweepEvery = 1_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Launch> launches = new(StringComparer.Ordinal);
    private int begun;

    public Launch Begin(Person person, Course course, Errand errand)
    {
        var now = time.GetUtcNow();
        if (Interlocked.Increment(ref begun) % SweepEvery == 0) Forget(now);

        var launch = new Launch($"ltilaunch_{RandomNumberGenerator.GetHexString(32, lowercase: true)}", person, course, errand, now + Lifetime);
        return launches[launch.Id] = launch;
    }

    public Launch? Find(string id, Manner manner)
    {
        Launch? launch;
        if (manner.LaunchesOnce) launches.TryRemove(id, out launch);
        else launches.TryGetValue(id, out launch);
        return launch is not null && launch.Expires > time.GetUtcNow() ? launch : null;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, launch) in launches)
        {
            if (launch.Expires <= now) launches.TryRemove(id, out _);
        }
    }
}
