using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>What is taken in hand, and what a person changes meanwhile.</summary>
public sealed class LaneQueueTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_column_that_is_found_is_written_down_although_the_grade_in_hand_changed_meanwhile(DatabaseProvider provider)
    {
        using var database = await TestDatabase.OnAsync(provider, server);
        await using var alone = await DatabaseAlone.OpenAsync(database);
        await DueGrades.FillAsync(alone, courses: 1);
        string? found = await alone.WithAsync<LaneQueue, string?>(async (queue, db) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var stop = (await queue.TakeAsync(await db.Courses.Select(course => course.Id).SingleAsync(), now, CancellationToken.None)).ShouldHaveSingleItem();
            await alone.AskAsync(async other =>
            {
                (await other.Deliveries.SingleAsync()).SendAgain(now);
                return await other.SaveChangesAsync();
            });
            stop.Column.LineItemUrl = "https://lms.example/column";
            await db.SaveChangesAsync();
            return await db.GradeColumns.AsNoTracking().Select(column => column.LineItemUrl).SingleAsync();
        });
        found.ShouldBe("https://lms.example/column");
    }
}
