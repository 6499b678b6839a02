namespace MentorCourseLti.Data;

/// <summary>
/// One writer at a time where the database allows only one. Without it a second writer on SQLite would be told "busy"
/// and sleep, a hundred times longer than the first one needs.
/// </summary>
public sealed class WriteTurn(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? turn = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<IDisposable> TakeAsync(CancellationToken cancel)
    {
        if (turn is null)
            return NoTurn.Instance;
        await turn.WaitAsync(cancel);
        return new Held(turn);
    }

    public void Dispose() => turn?.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
        }
    }
}
