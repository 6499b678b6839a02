using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Groups;

/// <summary>The weekly slot of a group, and the sessions that are planned from it.</summary>
public abstract class SlotStories(World world)
{
    private static readonly DateOnly Saturday = new(2031, 3, 1);

    [Fact]
    public async Task A_group_meets_every_week_but_in_no_break()
    {
        var course = world.NewCourse();
        var (mentor, instructor) = ((await course.HasMentors(1))[0], course.Instructor);
        var id = await course.FindId();
        await world.Tool.AskAsync(async db =>
        {
            db.Add(new Term { CourseId = id, Calendar = new TermCalendar(new DateOnly(2031, 3, 3), 4, [new Break("Spring break", new DateOnly(2031, 3, 10), new DateOnly(2031, 3, 16))]) });
            return await db.SaveChangesAsync();
        });

        await instructor.GoesTo("/groups/edit");
        instructor.Page.FieldText("First day").ShouldBe("2031-03-03", "as long as the term");
        instructor.Page.FieldText("Last day").ShouldBe("2031-04-06");
        var group = await instructor.MakesWeeklyGroup(DayOfWeek.Tuesday, new DateOnly(2031, 3, 3), new DateOnly(2031, 4, 6), mentor);
        (await world.Tool.SessionsOf(group)).Select(session => session.StartsAt.ToString("d MMM HH:mm", CultureInfo.InvariantCulture))
            .ShouldBe(["4 Mar 16:00", "18 Mar 16:00", "25 Mar 16:00", "1 Apr 16:00"]);
        instructor.Page.Says.ShouldContain("Tuesdays at 16:00, 45 minutes");
        instructor.Page.Says.ShouldContain("Ana, Bo");
        (await mentor.GoesTo("/groups")).Says.ShouldContain("Group 1");
    }

    [Fact]
    public async Task It_meets_at_the_same_time_of_the_clock_before_and_after_the_clocks_change()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        await course.Instructor.HasZone("America/New_York");
        var group = await course.Instructor.MakesWeeklyGroup(DayOfWeek.Monday, Saturday, Saturday.AddDays(14));
        (await world.Tool.SessionsOf(group)).Select(session => session.StartsAt.UtcDateTime.TimeOfDay).ShouldBe([new(21, 0, 0), new(20, 0, 0)]);
    }

    [Fact]
    public async Task A_time_that_one_of_the_weeks_does_not_have_is_said_beside_it_and_nothing_is_half_done()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.HasZone("America/New_York");
        await instructor.GoesTo("/groups/edit");
        instructor.Fills("Mentees", "Bo, Ana");
        instructor.FillsSlot(DayOfWeek.Sunday, "02:30", Saturday, Saturday.AddDays(30));
        var page = await instructor.Clicks("Make the group");
        page.Error("at").ShouldBe("On Sun 9 Mar the clocks go forward and there is no 02:30. Choose a time that every week has.");
        page.FieldText("Mentees").ShouldBe("Bo, Ana");
        await course.ShouldHaveNothing();

        instructor.Fills("Time", "03:00");
        (await instructor.Clicks("Make the group")).Heading.ShouldBe("Group 1");
    }

    [Fact]
    public async Task At_another_time_the_sessions_to_come_move_with_it_and_what_was_arranged_by_hand_stays()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        var first = GroupWork.Today.AddDays(7);
        var group = await instructor.MakesWeeklyGroup(first.DayOfWeek, GroupWork.Today.AddDays(1), first.AddDays(28));
        var before = await world.Tool.SessionsOf(group);
        before.Count.ShouldBe(5);
        await instructor.MovesSession(before[0].Id.Value, fromToday: 8);
        await instructor.CancelsSession(before[1].Id.Value, "A holiday");
        var extra = await instructor.PlansSession(world.Tool, group, fromToday: 10);

        await instructor.ChangesGroup(group, () => instructor.Fills("Time", "17:30"));
        var after = await world.Tool.SessionsOf(group);
        after.Select(session => (session.Id, session.StartsAt, session.State)).ShouldBe(
        [
            (before[0].Id, GroupWork.At(8, 15), SessionState.Planned),
            (new SessionId(extra), GroupWork.At(10, 15), SessionState.Planned),
            (before[1].Id, GroupWork.At(14, 16), SessionState.Cancelled),
            (before[2].Id, GroupWork.At(21, 17, 30), SessionState.Planned),
            (before[3].Id, GroupWork.At(28, 17, 30), SessionState.Planned),
            (before[4].Id, GroupWork.At(35, 17, 30), SessionState.Planned),
        ]);
        after[^1].MovedFrom.ShouldBeNull("all of them meet then");
    }

    [Fact]
    public async Task On_another_day_the_weeks_that_are_over_stay_as_they_were()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        var instructor = course.Instructor;
        await course.HasLog();
        var tomorrow = GroupWork.Today.AddDays(1);
        var group = await instructor.MakesWeeklyGroup(tomorrow.DayOfWeek, tomorrow.AddDays(-15), tomorrow.AddDays(15), mentor);
        await mentor.OpensLink(course.Link);
        await mentor.Tells((await world.Tool.SessionsOf(group))[0].Id.Value);

        await instructor.ChangesGroup(group, () => instructor.Fills("Day", tomorrow.AddDays(1).DayOfWeek.ToString()));
        (await world.Tool.SessionsOf(group)).Select(session => (session.StartsAt, session.State)).ShouldBe(
        [
            (GroupWork.At(-13, 16), SessionState.Held),
            (GroupWork.At(-6, 16), SessionState.Planned),
            (GroupWork.At(2, 16), SessionState.Planned),
            (GroupWork.At(9, 16), SessionState.Planned),
            (GroupWork.At(16, 16), SessionState.Planned),
        ]);
    }

    [Fact]
    public async Task Without_its_slot_what_nobody_arranged_is_planned_no_longer()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        var first = GroupWork.Today.AddDays(7);
        var group = await instructor.MakesWeeklyGroup(first.DayOfWeek, first, first.AddDays(14));
        await instructor.MovesSession((await world.Tool.SessionsOf(group))[0].Id.Value, fromToday: 8);
        await instructor.PlansSession(world.Tool, group, fromToday: 10);
        var page = await instructor.ChangesGroup(group, () => instructor.Fills("Day", ""));
        page.Says.ShouldContain("no weekly slot");
        (await world.Tool.SessionsOf(group)).Select(session => session.StartsAt).ShouldBe([GroupWork.At(8, 15), GroupWork.At(10, 15)]);
    }

    [Fact]
    public async Task How_a_group_meets_is_how_its_sessions_to_come_do()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        var first = GroupWork.Today.AddDays(-6);
        var group = await instructor.MakesWeeklyGroup(first.DayOfWeek, first, first.AddDays(14));
        await instructor.ChangesGroup(group, () =>
        {
            foreach (var kind in instructor.Page.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Kind']"))
                kind.IsChecked = kind.Value == nameof(MeetingKind.InPerson);
        });
        (await world.Tool.SessionsOf(group)).Select(session => session.Kind).ShouldBe([MeetingKind.Video, MeetingKind.InPerson, MeetingKind.InPerson]);
    }
}

[Collection(OnSqlite.Name)]
public sealed class SlotStoriesOnSqlite(SqliteWorld world) : SlotStories(world);

[Collection(OnPostgres.Name)]
public sealed class SlotStoriesOnPostgres(PostgresWorld world) : SlotStories(world);
