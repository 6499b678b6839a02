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

/// <summary>Mentors with their mentees.</summary>
public abstract class GroupStories(World world)
{
    private static readonly DateOnly Saturday = new(2031, 3, 1);

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "Name", "", "name", "Give the group a name" },
        { "Name", new('g', 101), "name", "at most 100 characters" },
        { "Mentees", string.Join('\n', Enumerable.Range(1, 31).Select(number => $"Mentee {number}")), "mentees", "at most 30 mentees" },
        { "Mentees", new('m', 61), "mentees", "at most 60 characters" },
        { "Time", "half past", "at", "Say a time, such as 15:30." },
        { "Time", "", "at", "Say a time, such as 15:30." },
        { "Minutes", "2", "minutes", "from 5 to 480" },
        { "Minutes", "", "minutes", "from 5 to 480" },
        { "Minutes", "lots", "minutes", "lots" },
        { "First day", "", "from", "Say a date." },
        { "Last day", "2031-02-30", "until", "Say a date." },
        { "Last day", "2031-02-01", "until", "It ends before it starts." },
        { "Last day", "2039-02-01", "until", "at most 60 weeks" },
        { "Meeting link", "javascript:alert(1)", "link", "A meeting link begins with https://." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_beside_its_field_with_what_was_typed_and_nothing_is_stored(string label, string typed, string field, string says)
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.GoesTo("/groups/edit");
        instructor.Fills("Mentees", "Bo");
        instructor.FillsSlot(DayOfWeek.Monday, "16:00", Saturday, Saturday.AddDays(30));
        instructor.Fills(label, typed);
        var page = await instructor.Clicks("Make the group");
        page.Error(field).ShouldContain(says);
        page.Document.QuerySelectorAll("p.error").Count(error => error.TextContent.Trim().Length > 0).ShouldBe(1, page.Says);
        page.Field(label).GetAttribute("aria-invalid").ShouldBe("true");
        page.FieldText(label).ReplaceLineEndings("\n").ShouldBe(typed);
        await course.ShouldHaveNothing();
    }

    [Fact]
    public async Task Two_groups_of_one_programme_have_two_names_and_those_of_others_do_not_matter()
    {
        var (course, other) = (world.NewCourse(), world.NewCourse());
        await other.Instructor.OpensLink(other.HomeLink);
        await other.Instructor.HasGroup("Group 1");
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.HasGroup("Group 1");
        var second = await instructor.MakesGroup("Group 2", mentees: "Cy");

        await instructor.GoesTo("/groups/edit");
        instructor.Fills("Name", "Group 1 ");
        instructor.Fills("Mentees", "Di");
        (await instructor.Clicks("Make the group")).Error("name").ShouldBe("Another group of this programme has that name.");
        (await instructor.ChangesGroup(second, () => instructor.Fills("Name", "Group 1"))).Error("name").ShouldBe("Another group of this programme has that name.");
        (await instructor.GoesTo("/mentees")).Says.ShouldNotContain("Di");
        (await instructor.ChangesGroup(second, () => instructor.Fills("Mentees", "Cy, Ed"))).Says.ShouldContain("Cy, Ed", customMessage: "its own name is not taken");
    }

    [Fact]
    public async Task A_group_has_one_mentor_or_two_and_no_three()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(3);
        var instructor = course.Instructor;
        var group = await instructor.MakesGroup("Group 1", mentors[0]);
        (await instructor.ChangesGroup(group, () => instructor.Fills("Second mentor", mentors[1].Id))).Says.ShouldContain(mentors[1].Name);
        foreach (var mentor in mentors)
            (await mentor.GoesTo($"/groups/{group}")).Status.ShouldBe(mentor == mentors[2] ? 404 : 200);

        await instructor.GoesTo($"/groups/edit/{group}");
        (string, string)[] three = [.. mentors.Select((mentor, place) => ($"Form.Mentors[{place}]", mentor.Id))];
        var page = await instructor.Posts($"/groups/edit/{group}", [("Form.Name", "Group 1"), ("Form.Kind", "Video"), ("Form.Version", Version(instructor)), .. three]);
        page.Error("mentors").ShouldBe("A group has at most 2 mentors.");
        await instructor.ChangesGroup(group, () =>
        {
            instructor.Fills("Mentor", mentors[0].Id);
            instructor.Fills("Second mentor", mentors[0].Id);
        });
        Page.Text(instructor.Page.Document.QuerySelector(".facts dd")).ShouldBe(mentors[0].Name, "the same person twice is one mentor");
    }

    [Fact]
    public async Task Nobody_is_given_a_group_who_is_not_there()
    {
        var (course, other) = (world.NewCourse(), world.NewCourse());
        var stranger = (await other.HasMentors(1))[0];
        var leaver = (await course.HasMentors(1))[0];
        var instructor = course.Instructor;
        foreach (string subject in new[] { stranger.Id, instructor.Id, leaver.Id })
        {
            await instructor.GoesTo("/groups/edit");
            if (subject == leaver.Id)
                await course.Loses(leaver);
            var page = await instructor.Posts("/groups/edit", ("Form.Name", "Group 1"), ("Form.Kind", "Video"), ("Form.Mentors[0]", subject));
            page.Error("mentors").ShouldBe("That person is in none of the programme’s courses any more. Choose somebody else.", subject);
        }

        await course.ShouldHaveNothing();
    }

    [Fact]
    public async Task A_group_ends_and_what_was_held_stays()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        var instructor = course.Instructor;
        await course.HasLog();
        var group = await instructor.MakesGroup("Group 1", mentor, "Bo, Ana");
        var past = await instructor.PlansSession(world.Tool, group, fromToday: -2);
        var coming = await instructor.PlansSession(world.Tool, group, fromToday: 2);
        await mentor.OpensLink(course.Link);
        await mentor.Tells(past);

        await instructor.GoesTo($"/groups/{group}");
        var page = await instructor.Clicks("End this group");
        page.Document.QuerySelector("details")!.TextContent.ShouldContain("Group 1");
        page.Document.QuerySelector("details")!.Remove();
        page.Says.ShouldNotContain("Group 1");
        (await world.Tool.SessionsOf(group)).ShouldHaveSingleItem().Id.Value.ShouldBe(past);
        page = await instructor.GoesTo($"/groups/{group}");
        page.Says.ShouldContain("This group ended");
        page.Says.ShouldContain("Held");
        page.Says.ShouldContain("came: Ana, Bo");
        page.Offers("Plan one more session").ShouldBeFalse();
        page.Offers("Change the group").ShouldBeFalse();
        (await instructor.GoesTo("/programme")).Says.ShouldContain("2 are in no group.");
        foreach (string path in new[] { $"/groups/edit/{group}", $"/sessions/arrange?group={group}", $"/sessions/arrange/{coming}", $"/sessions/arrange/{past}" })
            (await instructor.GoesTo(path)).Status.ShouldBe(404, path);
        (await mentor.GoesTo($"/groups/{group}")).Says.ShouldContain("Held");
    }

    [Fact]
    public async Task A_mentor_who_leaves_mid_term_is_said_until_somebody_else_has_the_group()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(2);
        var instructor = course.Instructor;
        var group = await instructor.MakesGroup("Group 1", mentors[0]);
        await course.Loses(mentors[0]);
        (await instructor.GoesTo("/groups")).Says.ShouldContain("Its mentor has left");
        (await instructor.GoesTo("/programme")).Says.ShouldContain("1 without a mentor");
        (await instructor.GoesTo($"/groups/{group}")).Says.ShouldContain($"{mentors[0].Name} is no longer in any course of the programme.");

        // Until somebody is found, the group can be changed in all else.
        (await instructor.ChangesGroup(group, () => instructor.Fills("Mentees", "Bo, Ana, Cy"))).Says.ShouldContain("Ana, Bo, Cy");
        await instructor.GoesTo($"/groups/edit/{group}");
        instructor.Page.Field("Mentor").TextContent.ShouldContain("(has left)");
        instructor.Page.FieldText("Mentor").ShouldBe(mentors[0].Id);
        instructor.Fills("Mentor", mentors[1].Id);
        (await instructor.Clicks("Save")).Says.ShouldNotContain("is no longer in any course");
        (await instructor.GoesTo("/programme")).Says.ShouldNotContain("without a mentor");
        (await mentors[1].GoesTo($"/groups/{group}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_group_without_a_mentor_says_so_and_waits()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        var group = await instructor.MakesGroup("Group 1");
        instructor.Page.Says.ShouldContain("Nobody leads this group yet.");
        (await instructor.GoesTo("/groups")).Says.ShouldContain("No mentor");
        (await instructor.GoesTo("/programme")).Says.ShouldContain("1 without a mentor");
        await instructor.PlansSession(world.Tool, group, fromToday: 2);
        instructor.Page.Says.ShouldContain("50 minutes");
    }

    [Fact]
    public async Task A_leader_sees_the_groups_of_the_own_mentors_a_mentor_the_own_and_nobody_anothers()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(3);
        var (leader, own, other) = (mentors[0], mentors[1], mentors[2]);
        var instructor = course.Instructor;
        Guid ownGroup = await instructor.MakesGroup("Own mentor's", own), otherGroup = await instructor.MakesGroup("Another's", other);
        var session = await instructor.PlansSession(world.Tool, ownGroup, fromToday: -1);
        await course.HasLeader(leader, own);

        (await leader.GoesTo("/groups")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Own mentor's"]);
        var page = await leader.GoesTo($"/groups/{ownGroup}");
        page.Says.ShouldContain("Ana, Bo");
        page.Offers("Plan one more session").ShouldBeFalse();
        page.Offers("End this group").ShouldBeFalse();
        page.Offers("Log the session").ShouldBeFalse();
        foreach (string path in new[] { $"/groups/{otherGroup}", $"/groups/edit/{ownGroup}", $"/sessions/arrange/{session}", $"/sessions/arrange?group={ownGroup}", $"/sessions/{session}/log", "/mentees", "/programme" })
            (await leader.GoesTo(path)).Status.ShouldBe(404, path);
        (await other.GoesTo("/groups")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Another's"]);
        (await other.GoesTo($"/groups/{ownGroup}")).Status.ShouldBe(404);
        (await own.GoesTo($"/groups/{ownGroup}")).Offers("End this group").ShouldBeFalse();
        await own.GoesTo($"/sessions/arrange?group={ownGroup}");
        (await own.Posts($"/groups/{ownGroup}?handler=End")).Status.ShouldBe(404);
        await own.GoesTo($"/sessions/arrange?group={ownGroup}");
        (await own.Posts($"/groups/edit/{ownGroup}", ("Form.Name", "Forged"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Of_two_who_change_a_group_at_once_the_second_is_told_and_nothing_is_lost()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        var group = await instructor.MakesGroup("Group 1", mentees: "Bo");
        var second = new Person(course, instructor.Id, instructor.Browser.Copy());
        await second.See(second.Browser.GetAsync(instructor.At($"/groups/edit/{group}")));
        await instructor.ChangesGroup(group, () => instructor.Fills("Mentees", "Bo, Cy"));

        second.Fills("Name", "Group of the second");
        second.Fills("Mentees", "Di");
        var page = await second.Clicks("Save");
        page.Says.ShouldContain("Somebody else changed this group in the meantime, so nothing was saved.");
        page.FieldText("Name").ShouldBe("Group of the second");
        (await instructor.GoesTo($"/groups/{group}")).Says.ShouldContain("Bo, Cy");
        instructor.Page.Heading.ShouldBe("Group 1");
    }

    private static string Version(Person instructor) => instructor.Page.Document.QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
}

[Collection(OnSqlite.Name)]
public sealed class GroupStoriesOnSqlite(SqliteWorld world) : GroupStories(world);

[Collection(OnPostgres.Name)]
public sealed class GroupStoriesOnPostgres(PostgresWorld world) : GroupStories(world);
