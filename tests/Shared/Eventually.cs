using System.Diagnostics;

namespace Shared;

/// <summary>Waits for what happens by itself.</summary>
internal static class Eventually
{
    // An LMS that does not answer costs a grade ten seconds, and its next try as many.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task Is(Func<bool> isSo, string what) => Is(() => Task.FromResult(isSo()), what);

    public static async Task Is(Func<Task<bool>> isSo, string what, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > (patience ?? Patience))
                throw new TimeoutException($"It never came true that {what}.");
            await Task.Delay(20);
        }
    }
}
