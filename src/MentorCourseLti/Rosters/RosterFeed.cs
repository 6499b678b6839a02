using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Rosters;

/// <summary>Reads the rosters that somebody asked for, one after the other.</summary>
internal sealed class RosterFeed(RosterRequests requests, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<RosterFeed> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // An LMS that is asked for a token fetches our keys: before we listen it would find none.
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await foreach (var course in requests.AllAsync(stoppingToken))
                await ReadAsync(course, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task ReadAsync(CourseId course, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RosterRefresh>().RefreshAsync(course, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.RosterFailed(log, course.Value, exception);
        }
        finally
        {
            requests.Done(course);
        }
    }
}
