using System.Data.Common;
using MentorCourseLti.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Archive;

/// <summary>A download that goes on. It says every second how far it is; once it ends, however it does, another one may begin.</summary>
public sealed class RunningArchive : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Guid of;
    private readonly int number;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly Task beating;
    private int done;
    private bool hasEnded;

    internal RunningArchive(ArchiveRun run, IServiceScopeFactory scopes, TimeProvider clock)
    {
        (of, number, this.scopes, this.clock) = (run.Of, run.Number, scopes, clock);
        beating = BeatAsync();
    }

    /// <summary>One more mentor is in it.</summary>
    public void Advance() => Interlocked.Increment(ref done);

    /// <summary>All of it was sent. What ends without this broke off.</summary>
    public Task CompleteAsync() => EndAsync(ArchiveState.Complete);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(ArchiveState.Broken);
        stop.Dispose();
    }

    private async Task EndAsync(ArchiveState state)
    {
        if (hasEnded)
            return;
        hasEnded = true;
        await stop.CancelAsync();
        await beating;
        await SayAsync(state);
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                await TrySayAsync();
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private async Task TrySayAsync()
    {
        try
        {
            await SayAsync(ArchiveState.Running);
        }
        catch (DbException)
        {
            // The next beat may succeed, and the download need not stop for that.
        }
    }

    /// <summary>With a connection of its own: the download is using its request's. Whoever went away is no reason not to say that it ended.</summary>
    private async Task SayAsync(ArchiveState state)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var (now, so) = (clock.GetUtcNow(), Volatile.Read(ref done));
        using (await db.WriteTurnAsync(CancellationToken.None))
        {
            await db.ArchiveRuns.Where(run => run.Of == of && run.Number == number).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, state).SetProperty(run => run.SeenAt, now).SetProperty(run => run.Done, so), CancellationToken.None);
        }
    }
}
