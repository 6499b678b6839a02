using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Reads the columns that somebody asked for, one after the other.</summary>
internal sealed class ReadBackService(ReadBackRequests requests, IServiceScopeFactory scopes, ILogger<ReadBackService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var column in requests.AllAsync(stoppingToken))
                await ReadAsync(column, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task ReadAsync(GradeColumnId id, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var column = await scope.ServiceProvider.GetRequiredService<CourseDb>().GradeColumns.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
            if (column is not null && await scope.ServiceProvider.GetRequiredService<LaneQueue>().FindCourseAsync(column.CourseId, cancel) is { } found)
                await scope.ServiceProvider.GetRequiredService<ReadBack>().ReadAsync(found.Course, column, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.ReadBackFailed(log, id.Value, exception);
        }
        finally
        {
            requests.Done(id);
        }
    }
}
