namespace MentorCourseLti.Hosting.Wishes;

/// <summary>Grants one wish after the other, each in a scope of its own. One that fails is told to the log, and asked for again by whoever still wishes it.</summary>
internal abstract class WishService<TKey>(WishList<TKey> wishes, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : BackgroundService
    where TKey : notnull
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // An LMS that is asked for a token fetches our keys: before we listen it would find none.
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await foreach (var key in wishes.AllAsync(stoppingToken))
                await GrantAsync(key, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    protected abstract Task GrantAsync(TKey key, IServiceProvider services, CancellationToken cancel);

    protected abstract void Failed(TKey key, Exception exception);

    private async Task GrantAsync(TKey key, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await GrantAsync(key, scope.ServiceProvider, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(key, exception);
        }
        finally
        {
            wishes.Done(key);
        }
    }
}
