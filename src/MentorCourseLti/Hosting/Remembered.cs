using System.Collections.Concurrent;

namespace MentorCourseLti.Hosting;

/// <summary>
/// What a costly pure function made of what, for texts that one class after another looks at: a prompt, a rubric. When
/// it is full it starts anew; what is in use is back at once.
/// </summary>
internal sealed class Remembered<TKey, TValue>(int most, Func<TKey, TValue> make)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> made = new();
    private int count;

    public TValue this[TKey key]
    {
        get
        {
            if (made.TryGetValue(key, out var value))
                return value;
            value = make(key);
            if (Interlocked.Increment(ref count) > most)
            {
                made.Clear();
                Volatile.Write(ref count, 1);
            }

            made[key] = value;
            return value;
        }
    }
}
