using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using GradeSync = PracticeLms.Courses.GradeSync;
using PracticeLms.Gradebooks;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>Columns of links that name none.</summary>
public abstract class ColumnStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_missing_column_is_made_once(string manner)
    {
        var course = world.NewCourse(manner);
        var made = new ActivityId(await course.Instructor.SetsUp(course.HomeLink, "Made by us", due: "2031-03-01T23:59"));
        var mentors = Enumerable.Range(0, 3).Select(n => course.Mentor(n)).ToList();
        foreach (var mentor in mentors)
            await mentor.OpensLink(course.HomeLink);
        await Task.WhenAll(mentors.Select(mentor => course.Wants(mentor, 17)));
        foreach (var mentor in mentors)
            (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);

        // Also after launches that name the new column now.
        await course.Instructor.OpensLink(course.HomeLink);
        await course.Delivers(mentors[0], 18);
        var column = Columns(course).ShouldHaveSingleItem();
        (column.Label, column.ScoreMaximum).ShouldBe(("Made by us", 20m));
        var activity = await course.Tool.AskAsync(db => db.Activities.SingleAsync(one => one.Id == made));
        column.Facts.EndDateTime.ShouldBe(activity.DueAt.ShouldNotBeNull());
        column.Facts.SubmissionReview!.ReviewableStatus.ShouldNotBeEmpty();
        column.FindCell(mentors[0].Id)!.Grade.Score.ShouldBe(18);
    }

    [Fact]
    public async Task A_column_that_is_there_by_now_is_found()
    {
        var course = world.NewCourse();
        await course.Instructor.SetsUp(course.HomeLink);
        var mentor = course.Mentor();
        await mentor.OpensLink(course.HomeLink);
        var column = course.Lms.Campus.AddLineItem(course.Course, new LineItemFacts { Label = "Made by hand", ScoreMaximum = 100, ResourceLinkId = course.HomeLink });
        await course.Delivers(mentor, 10);
        Columns(course).ShouldHaveSingleItem().Id.ShouldBe(column.Id);
        column.FindCell(mentor.Id)!.Grade.Score.ShouldBe(50);
    }

    [Fact]
    public async Task Where_columns_may_not_be_made_it_is_said_at_set_up_and_grades_stay_here_until_they_may()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await WithSync(course, GradeSync.SyncOnly, async () =>
        {
            (await course.Instructor.OpensLink(course.HomeLink)).Says.ShouldContain("grades of what you choose stay here");
            var activity = await course.Instructor.SetsUp(course.HomeLink);
            (await course.Instructor.OpensLink(course.HomeLink)).Says.ShouldContain("names no gradebook column");
            await mentor.HandsIn(course.HomeLink, "A text.");
            await course.Instructor.OpensWorkOf(mentor, activity);
            await course.Instructor.Grades("5 5 5 5");
            (await course.FindDelivery(mentor)).ShouldBeNull();
            Columns(course).ShouldBeEmpty();
        });

        await mentor.OpensLink(course.HomeLink);
        await Eventually.Is(() => Columns(course) is [var column] && column.FindCell(mentor.Id)?.Grade.Score == 20, "the column is made, with the grade");
    }

    [Fact]
    public async Task Where_the_LMS_shares_no_gradebook_grades_stay_here_and_the_instructor_knows()
    {
        var course = world.NewCourse();
        await WithSync(course, GradeSync.None, async () =>
        {
            var activity = await course.IsSetUp();
            var mentor = course.Mentor();
            await mentor.HandsIn(course.Link, "A text.");
            (await course.Instructor.OpensWorkOf(mentor, activity)).Status.ShouldBe(200);
            await course.Instructor.Grades("5 5 5 5");
            course.Instructor.Page.Says.ShouldContain("does not let Mentor Course send grades in this course");
            (await course.FindDelivery(mentor)).ShouldBeNull();
            (await mentor.OpensLink(course.Link)).Says.ShouldContain("20 of 20");
        });
    }

    private static IReadOnlyList<LineItem> Columns(Classroom course) => course.Course.LineItemsOf(course.Course.FindLink(course.HomeLink)!);

    private static async Task WithSync(Classroom course, GradeSync sync, Func<Task> story)
    {
        var campus = course.Lms.Campus;
        var before = campus.Settings;
        campus.Save(before with { GradeSync = sync });
        try
        {
            await story();
        }
        finally
        {
            campus.Save(before);
        }
    }
}

[Collection(OnSqlite.Name)]
public sealed class ColumnStoriesOnSqlite(SqliteWorld world) : ColumnStories(world);

[Collection(OnPostgres.Name)]
public sealed class ColumnStoriesOnPostgres(PostgresWorld world) : ColumnStories(world);
