using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Delivery;

/// <summary>Sends what is due whenever the bell rings: several courses side by side, each course one grade after the other.</summary>
internal sealed class DeliveryService(
    DeliveryBell bell, IServiceScopeFactory scopes, IOptions<MentorCourseOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DeliveryService> log)
    : BackgroundService
{
    private readonly List<Task> lanes = [];
    private int running;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync().WaitAsync(stoppingToken);
        await EndLeftOverLeasesAsync(stoppingToken);
        bell.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(stoppingToken);
                await StartDueLanesAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database may be away; the tick rings again.
                Log.ClaimFailed(log, exception);
            }
        }

        // They let go of their leases before the database closes.
        await Task.WhenAll(lanes);
    }

    /// <summary>An LMS that is asked for a token fetches our keys: before we listen it would find none, and refuse.</summary>
    private Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private async Task EndLeftOverLeasesAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LaneLeases>().EndLeftOversAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LeasesLeft(log, exception);
        }
    }

    private async Task StartDueLanesAsync(CancellationToken cancel)
    {
        int free = options.Value.DeliveryLanes - Volatile.Read(ref running);
        if (free <= 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<LaneLeases>();
        var now = clock.GetUtcNow();
        var holder = Guid.CreateVersion7(now);
        lanes.RemoveAll(lane => lane.IsCompleted);
        foreach (var course in await leases.ClaimAsync(holder, free, now, cancel))
        {
            Interlocked.Increment(ref running);
            lanes.Add(RunAsync(course, holder, cancel));
        }
    }

    private async Task RunAsync(CourseId course, Guid holder, CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            next = await scope.ServiceProvider.GetRequiredService<LaneRun>().DrainAsync(course, holder, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            Log.LaneFailed(log, course.Value, exception);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }

        // A grade may have come in between the lane's last look and its release.
        bell.Ring();
        if (next is { } due)
            await RingAtAsync(due, cancel);
    }

    private async Task RingAtAsync(DateTimeOffset due, CancellationToken cancel)
    {
        var pause = due - clock.GetUtcNow();
        // Later ones are the tick's.
        if (pause > TimeSpan.FromMinutes(1))
            return;
        try
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, cancel);
            bell.Ring();
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
