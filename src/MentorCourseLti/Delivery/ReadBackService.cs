using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Reads the columns that somebody asked for, one after the other.</summary>
internal sealed class ReadBackService(ReadBackWishes wishes, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<ReadBackService> log)
    : WishService<GradeColumnId>(wishes, scopes, lifetime)
{
    protected override async Task GrantAsync(GradeColumnId key, IServiceProvider services, CancellationToken cancel)
    {
        var column = await services.GetRequiredService<CourseDb>().GradeColumns.AsNoTracking().FirstOrDefaultAsync(one => one.Id == key, cancel);
        if (column is not null && await services.GetRequiredService<LaneQueue>().FindCourseAsync(column.CourseId, cancel) is { } found)
            await services.GetRequiredService<ReadBack>().ReadAsync(found.Course, column, cancel);
    }

    protected override void Failed(GradeColumnId key, Exception exception) => Log.ReadBackFailed(log, key.Value, exception);
}
