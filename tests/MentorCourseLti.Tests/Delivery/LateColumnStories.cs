using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;
using GradeSync = PracticeLms.Courses.GradeSync;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>A gradebook column that comes after the grades.</summary>
public abstract class LateColumnStories(World world)
{
    [Fact]
    public async Task What_was_graded_before_there_was_a_column_goes_there_when_there_is_one()
    {
        var course = world.NewCourse();
        // The link without a column is set up first, and work is graded there.
        var activity = await course.Instructor.SetsUp(course.HomeLink);
        var (graded, waiting) = (course.Mentor(), course.Mentor(1));
        await graded.HandsIn(course.HomeLink, "Read me.");
        await course.Instructor.OpensWorkOf(graded, activity);
        await course.Instructor.Grades("5 5 5 4", "Seen.");
        await waiting.HandsIn(course.HomeLink, "Me too.");
        course.GradeOf(graded).Score.ShouldBeNull();

        // Then a link with a column is made to open the same reflection.
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Posts(course.Instructor.Page.Path, ("activity", $"{activity}"));
        await Eventually.Is(() => course.GradeOf(graded).Score == 19 && course.GradeOf(waiting).SubmittedAt is not null, "grade and hand-in stand in the new column");
    }

    [Fact]
    public async Task Approved_hours_go_there_too()
    {
        var course = world.NewCourse();
        var column = course.Column;
        course.Lms.Campus.Save(course.Lms.Campus.Settings with { GradeSync = GradeSync.None });
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Clicks("A mentoring log");
        await course.Instructor.Clicks("Create");
        var mentor = course.Mentor();
        await mentor.Logs(course.Link, "Bo");
        await course.Instructor.Reloads();
        await course.Instructor.Clicks("Approve");
        (await course.FindDelivery(mentor)).ShouldBeNull("there is no column");

        course.Lms.Campus.Save(course.Lms.Campus.Settings with { GradeSync = GradeSync.SyncAndColumns });
        await mentor.OpensLink(course.Link);
        await Eventually.Is(async () => await course.FindDelivery(mentor) is { State: DeliveryState.Delivered }, "the hours arrive");
        column.FindCell(mentor.Id)!.Grade.Score.ShouldNotBeNull();
    }
}

[Collection(OnSqlite.Name)]
public sealed class LateColumnStoriesOnSqlite(SqliteWorld world) : LateColumnStories(world);

[Collection(OnPostgres.Name)]
public sealed class LateColumnStoriesOnPostgres(PostgresWorld world) : LateColumnStories(world);
