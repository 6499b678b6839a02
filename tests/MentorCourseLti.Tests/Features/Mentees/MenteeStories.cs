using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Mentees;

/// <summary>Mentees are a first name or an alias and a group, and school partners a name: nothing more is asked or kept.</summary>
public abstract class MenteeStories(World world)
{
    private const string Names = "First names or aliases";

    [Fact]
    public async Task A_pasted_list_comes_in_as_it_is_whatever_stands_between_the_names()
    {
        var (_, instructor, group) = await ReadyAsync();
        await instructor.GoesTo("/mentees");
        instructor.Page.Says.ShouldContain("No mentees yet");
        instructor.Fills(Names, "Bo\r\nAna, Ünal;\tCy\n\n bo \n");
        ChoosesGroup(instructor, "#group", "Group 1");
        (await instructor.Clicks("Add them")).Says.ShouldContain("4 mentees added.");
        Rows(instructor.Page).ShouldBe(["Ana · Group 1", "Bo · Group 1", "Cy · Group 1", "Ünal · Group 1"], ignoreOrder: true);
        (await instructor.GoesTo($"/groups/{group}")).Says.ShouldContain("Ünal");
    }

    [Theory]
    [InlineData(" \n,", "Type or paste at least one first name or alias.")]
    [InlineData("Bo and then some more words that are certainly no first name of anybody at all", "is longer than 60 characters: put each name on a line of its own.")]
    public async Task A_list_that_cannot_be_comes_back_with_the_reason_and_brings_nobody(string typed, string says)
    {
        var (_, instructor, _) = await ReadyAsync();
        await instructor.GoesTo("/mentees");
        instructor.Fills(Names, $"Ana\n{typed}");
        if (typed[0] == ' ')
            instructor.Fills(Names, typed);
        (await instructor.Clicks("Add them")).Error("names").ShouldContain(says);
        instructor.Page.FieldText(Names).ShouldContain(typed.Trim());
        Rows(await instructor.GoesTo("/mentees")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mentees_change_their_group_and_leave_and_sessions_keep_who_came()
    {
        var (course, instructor, group) = await ReadyAsync();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await instructor.ChangesGroup(group, () =>
        {
            instructor.Fills("Mentor", mentor.Id);
            instructor.Fills("Mentees", "Bo, Ana");
        });
        await instructor.HasGroup("Group 2", mentees: "");
        await mentor.Tells(await instructor.PlansSession(world.Tool, group, fromToday: -1));

        await instructor.GoesTo("/mentees");
        (await instructor.Clicks("Put into the group")).Says.ShouldContain("Choose at least one mentee.");
        Chooses(instructor, "Bo");
        ChoosesGroup(instructor, "#to", "Group 2");
        (await instructor.Clicks("Put into the group")).Says.ShouldContain("1 mentee changed.");
        Rows(instructor.Page).ShouldBe(["Ana · Group 1", "Bo · Group 2"]);
        Chooses(instructor, "Ana");
        (await instructor.Clicks("They left the programme")).Says.ShouldContain("1 mentee changed.");
        Rows(instructor.Page).ShouldBe(["Bo · Group 2"]);
        Chooses(instructor, "Bo");
        await instructor.Clicks("Put into the group");
        Rows(instructor.Page).ShouldBe(["Bo · in no group"]);
        instructor.Page.Document.QuerySelectorAll("input[name=mentees][checked]").Length.ShouldBe(0);
        (await instructor.GoesTo($"/groups/{group}")).Says.ShouldContain("came: Ana, Bo");
    }

    [Fact]
    public async Task Two_of_one_name_are_two_and_stay_two_when_their_group_is_saved()
    {
        var (_, instructor, group) = await ReadyAsync();
        for (int i = 0; i < 2; i++)
        {
            await instructor.GoesTo("/mentees");
            instructor.Fills(Names, "Ana");
            ChoosesGroup(instructor, "#group", "Group 1");
            await instructor.Clicks("Add them");
        }

        (await instructor.ChangesGroup(group, () => instructor.Fills("Meeting link", "https://meet.example/1"))).Says.ShouldContain("Ana, Ana");
        await instructor.ChangesGroup(group, () => instructor.Fills("Mentees", ""));
        Rows(await instructor.GoesTo("/mentees")).ShouldBe(["Ana · in no group", "Ana · in no group"]);
    }

    [Fact]
    public async Task A_group_that_ended_meanwhile_takes_nobody_in()
    {
        var (course, instructor, group) = await ReadyAsync();
        await instructor.GoesTo("/mentees");
        instructor.Fills(Names, "Bo");
        ChoosesGroup(instructor, "#group", "Group 1");
        var other = new Person(course, instructor.Id, instructor.Browser.Copy());
        await other.See(other.Browser.GetAsync(instructor.At($"/groups/{group}")));
        await other.Clicks("End this group");
        (await instructor.Clicks("Add them")).Error("group").ShouldBe("That group has ended. Choose another one.");
        instructor.Page.FieldText(Names).ShouldBe("Bo");
        Rows(await instructor.GoesTo("/mentees")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Partners_stand_in_the_list_once_until_they_are_removed()
    {
        var (_, instructor, _) = await ReadyAsync();
        foreach (string name in new[] { "", "North High", " North High" })
        {
            await instructor.GoesTo("/mentees");
            instructor.Fills("School, or teacher there", name);
            await instructor.Clicks("Add");
            instructor.Page.Error("partner").ShouldBe(name switch { "" => "Say the name of the school, or of the teacher there.", " North High" => "That partner stands in the list already.", _ => "" });
        }

        (await instructor.GoesTo("/mentees")).Document.QuerySelectorAll(".row-title").Length.ShouldBe(1);
        (await instructor.Clicks("Remove North High")).Says.ShouldContain("No partners yet.");
    }

    [Fact]
    public async Task Another_programmes_mentees_and_groups_are_out_of_reach()
    {
        var (_, instructor, _) = await ReadyAsync();
        var (theirs, stranger, group) = await ReadyAsync();
        await instructor.GoesTo("/mentees");
        instructor.Fills(Names, "Bo");
        await instructor.Clicks("Add them");
        string bo = instructor.Page.Document.QuerySelector("input[name=mentees]")!.GetAttribute("value")!;

        await stranger.GoesTo("/mentees");
        (await stranger.Posts("/mentees", ("mentees", bo), ("to", $"{group}"), ("go", "give"))).Says.ShouldContain("0 mentees changed.");
        (await stranger.Posts("/mentees", ("mentees", bo), ("go", "leave"))).Says.ShouldContain("0 mentees changed.");
        (await instructor.Posts("/mentees", ("mentees", bo), ("to", $"{group}"), ("go", "give"))).Says.ShouldContain("That group has ended. Choose another one.");
        Rows(await instructor.GoesTo("/mentees")).ShouldBe(["Bo · in no group"]);

        var mentor = theirs.Mentor();
        await mentor.OpensLink(theirs.Link);
        (await mentor.GoesTo("/mentees")).Status.ShouldBe(404);
    }

    private async Task<(Classroom Course, Person Instructor, Guid Group)> ReadyAsync()
    {
        var course = world.NewCourse();
        await course.HasMentors(1);
        await course.HasLog();
        return (course, course.Instructor, await course.Instructor.MakesGroup("Group 1", mentees: ""));
    }

    private static void Chooses(Person instructor, string mentee) =>
        instructor.Page.Document.QuerySelector<IHtmlInputElement>($"input[aria-label='Choose {mentee}']")!.IsChecked = true;

    private static void ChoosesGroup(Person instructor, string select, string group)
    {
        var choice = instructor.Page.Document.QuerySelector<IHtmlSelectElement>(select)!;
        choice.Value = choice.Options.Single(option => option.TextContent == group).Value;
    }

    private static IEnumerable<string> Rows(Page page) =>
        page.Document.QuerySelectorAll("tbody tr").Select(row => $"{Page.Text(row.QuerySelector("th"))} · {Page.Text(row.QuerySelector("td:last-child"))}");
}

[Collection(OnSqlite.Name)]
public sealed class MenteeStoriesOnSqlite(SqliteWorld world) : MenteeStories(world);

[Collection(OnPostgres.Name)]
public sealed class MenteeStoriesOnPostgres(PostgresWorld world) : MenteeStories(world);
