using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Groups;

/// <summary>All groups of a year come in from a spreadsheet: the whole list, or nothing of it. In the lists, 0 and 1 are two mentors' e-mails, 2 is the second one's name.</summary>
public abstract class ImportStories(World world)
{
    private const string Plain = "group,mentor,mentee\nGroup 1,{0},Bo\nGroup 1,,Ana\nGroup 2,{1},Chi";

    [Theory]
    [InlineData(Plain)]
    [InlineData("group;mentor;mentee\nGroup 1;{0};Bo\nGroup 1;;Ana\nGroup 2;{2};Chi")]
    [InlineData("group\tmentor\tmentee\nGroup 1\t{0}\tBo\nGroup 1\t\tAna\nGroup 2\t{1}\tChi")]
    [InlineData("group,mentor,mentee\n\"Group 1\",\"{0}\",\"Bo\"\n\"Group 1\",\"\",\"Ana\"\nGroup 2,\"{2}\",Chi")]
    [InlineData("\uFEFFgroup,mentor,mentee\r\nGroup 1,{0},Bo\r\nGroup 1,,Ana\r\nGroup 2,{1},Chi\r\n")]
    [InlineData("\n\n  Mentee , GROUP ,Mentor\nBo, Group 1 ,{0}\n\n,,\nAna,group 1,\nChi,Group 2,{2}\n,Group 2,{1}\n\n")]
    [InlineData("group,mentor,mentee,,\nGroup 1,{0},Bo,,\nGroup 1,{0},Ana,,\nGroup 2,{1},Chi,,\n")]
    public async Task A_list_is_taken_in_however_it_was_saved(string list)
    {
        var (course, mentors) = await ReadyAsync();
        var page = await TakesAsync(course, Of(list, mentors));
        page.Path.ShouldBe("/groups", page.Says);
        page.Says.ShouldContain("The list brought 2 new groups and 3 mentees.");
        await IsThereAsync(course, mentors, "Group 1: Ana, Bo", "Group 2: Chi");
    }

    [Theory]
    [InlineData("utf-8", "\n")]
    [InlineData("utf-8", "\r\n")]
    [InlineData("utf-16", "\r\n")]
    [InlineData("windows-1252", "\r\n")]
    public async Task A_file_is_taken_in_whichever_way_its_letters_are_written(string charset, string lineEnd)
    {
        var (course, mentors) = await ReadyAsync();
        var encoding = charset == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(charset);
        string text = Of(Plain, mentors).Replace("Bo", "Zoë", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);
        await course.Instructor.GoesTo("/groups/import");
        await course.Instructor.See(course.Instructor.SendsFile("/groups/import", "groups.csv", [.. encoding.Preamble, .. encoding.GetBytes(text)]));
        course.Instructor.Page.Says.ShouldContain("The list brought 2 new groups and 3 mentees.");
        await IsThereAsync(course, mentors, "Group 1: Ana, Zoë", "Group 2: Chi");
    }

    [Fact]
    public async Task A_name_with_a_comma_stands_in_quotation_marks_and_one_without_them_is_told()
    {
        var (course, mentors) = await ReadyAsync();
        var page = await TakesAsync(course, Of("group,mentor,mentee\nGroup 1,{0},Lee, Bo\nGroup 2,{1},Chi", mentors));
        await SaysAndTookNothingAsync(page, course, "Line 2: it has more columns than the first line names.");
        await TakesAsync(course, Of("group,mentor,mentee\nGroup 1,{0},\"Lee, \"\"Bo\"\"\"\nGroup 2,{1},Chi", mentors));
        await IsThereAsync(course, mentors, "Group 1: Lee, \"Bo\"", "Group 2: Chi");
    }

    [Fact]
    public async Task Taken_in_again_it_brings_nothing_twice_and_a_longer_one_only_what_is_new()
    {
        var (course, mentors) = await ReadyAsync();
        await TakesAsync(course, Of(Plain, mentors));
        var version = await VersionsAsync(course);
        (await TakesAsync(course, Of(Plain, mentors))).Says.ShouldContain("The list brought 0 new groups and 0 mentees.");
        await IsThereAsync(course, mentors, "Group 1: Ana, Bo", "Group 2: Chi");
        (await VersionsAsync(course)).ShouldBe(version, "whoever has a group's form open is not told of a change that was none");
        (await TakesAsync(course, Of(Plain + "\nGROUP 2,{0},Dee\nGroup 2,,chi\nGroup 3,,", mentors))).Says.ShouldContain("The list brought 1 new group and 1 mentee.");
        (await GroupsAsync(course)).ShouldBe([$"Group 1: Ana, Bo; {mentors[0].Id}", $"Group 2: Chi, Dee; {string.Join(' ', mentors.Select(mentor => mentor.Id).Order(StringComparer.Ordinal))}", "Group 3: ; "]);
    }

    [Theory]
    [InlineData("", "Paste a list, or choose a file")]
    [InlineData(" \n\n", "Paste a list, or choose a file")]
    [InlineData("group,mentor,mentee", "Paste a list, or choose a file")]
    [InlineData("group,mentor,mentee\n,,\n,,", "Paste a list, or choose a file")]
    [InlineData("team,mentor,mentee\nGroup 1,{0},Bo", "It names: team, mentor, mentee.")]
    [InlineData("group\nGroup 1", "It names: group.")]
    [InlineData("group,mentor,mentor\nGroup 1,{0},{1}", "It names: group, mentor, mentor.")]
    [InlineData("Group 1,{0},Bo\nGroup 1,,Ana", "The first line must name the columns")]
    [InlineData(Plain + "\nGroup 3,Nobody Known,Dee", "Line 5: nobody in the programme’s courses is called “Nobody Known”.")]
    [InlineData("\n\n" + Plain + "\n\nGroup 3,Nobody Known,Dee", "Line 8: nobody in the programme’s courses is called “Nobody Known”.")]
    [InlineData(Plain + "\n,{0},Dee", "Line 5: the group is missing.")]
    [InlineData(Plain + "\nGroup 3,{0},Doctor Wilhelmina Alexandra Featherstonehaugh-Cholmondeley von und zu", "Line 5: “Doctor Wilhelmina Alexandra")]
    [InlineData(Plain + "\nGroup 3,{0},\"Dee", "look at line 5. Is a quotation mark missing?")]
    [InlineData(Plain + "\nGroup 3,\"{0}\"x,Dee", "look at line 5. Is a quotation mark missing?")]
    public async Task What_is_wrong_is_said_with_its_line_and_nothing_is_taken_in(string list, string says)
    {
        var (course, mentors) = await ReadyAsync();
        list = Of(list, mentors);
        var page = await TakesAsync(course, list);
        await SaysAndTookNothingAsync(page, course, says);
        page.FieldText("Or paste it").Trim().ShouldBe(list.Trim(), "to be mended where it stands");
    }

    [Fact]
    public async Task Whoever_is_called_as_somebody_else_is_named_by_e_mail()
    {
        var (course, mentors) = await ReadyAsync();
        var id = (await course.MemberOf(mentors[0])).Id;
        await world.Tool.AskAsync(db => db.Members.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Name, mentors[1].Name)));
        var page = await TakesAsync(course, Of("group,mentor,mentee\nGroup 1,{0},Bo\nGroup 2,{2},Chi", mentors));
        await SaysAndTookNothingAsync(page, course, $"Line 3: several people are called “{mentors[1].Name}”. Use the e-mail or the id.");
        await TakesAsync(course, Of("group,mentor,mentee\nGroup 1,{0},Bo\nGroup 1,,Ana\nGroup 2," + mentors[1].Id + ",Chi", mentors));
        await IsThereAsync(course, mentors, "Group 1: Ana, Bo", "Group 2: Chi");
    }

    [Fact]
    public async Task More_mentors_or_mentees_than_a_group_has_are_too_many_with_those_who_are_in_it()
    {
        var (course, mentors) = await ReadyAsync();
        var third = course.Mentor(2);
        await course.Instructor.MakesGroup("Group 1", mentors[0], mentees: "Ana, Bo");
        string lines = string.Join('\n', Enumerable.Range(1, 28).Select(number => $"Group 1,,Mentee {number}"));
        (await TakesAsync(course, Of("group,mentor,mentee\n" + lines, mentors))).Says.ShouldContain("0 new groups and 28 mentees");
        var page = await TakesAsync(course, Of($"group,mentor,mentee\nGroup 1,{{1}},Bo\nGroup 1,{third.Id},One more\nGroup 2,,Chi", mentors));
        page.Says.ShouldContain("Line 3: the group “Group 1” would have more than 2 mentors.");
        page.Says.ShouldContain("Line 3: the group “Group 1” would have more than 30 mentees.");
        string[] after = await GroupsAsync(course);
        after.Single().ShouldEndWith($"; {mentors[0].Id}");
        after.Single().ShouldNotContain("One more");
    }

    [Fact]
    public async Task A_group_that_has_ended_takes_nobody_in()
    {
        var (course, mentors) = await ReadyAsync();
        var group = await course.Instructor.MakesGroup("Group 1", mentors[0], mentees: "");
        await world.Tool.AskAsync(db => db.Groups.Where(one => one.Id == new MentorCourseLti.Internship.Groups.GroupId(group)).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, TimeProvider.System.GetUtcNow())));
        var page = await TakesAsync(course, Of("group,mentee\nGroup 2,Chi\nGroup 1,Bo", mentors));
        page.Says.ShouldContain("Line 3: the group “Group 1” has ended. Choose another name.");
        (await GroupsAsync(course)).ShouldBe([$"Group 1: ; {mentors[0].Id}"]);
    }

    [Fact]
    public async Task Who_waits_for_a_group_comes_in_and_is_not_there_twice()
    {
        var (course, mentors) = await ReadyAsync();
        var group = await course.Instructor.MakesGroup("Old", mentees: "Bo, Chi");
        await course.Instructor.ChangesGroup(group, () => course.Instructor.Fills("Mentees", ""));
        (await TakesAsync(course, Of(Plain, mentors))).Says.ShouldContain("2 new groups and 3 mentees");
        (await course.Instructor.GoesTo("/mentees")).Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row)).ShouldBe(["Ana", "Bo", "Chi"], ignoreOrder: true);
    }

    [Fact]
    public async Task Groups_that_differ_in_capitals_alone_are_found_by_their_own_name()
    {
        var (course, mentors) = await ReadyAsync();
        await course.Instructor.HasGroup("Group 1", mentees: "");
        await course.Instructor.HasGroup("GROUP 1", mentees: "");
        (await TakesAsync(course, Of(Plain, mentors))).Says.ShouldContain("1 new group and 3 mentees");
        (await GroupsAsync(course)).ShouldBe(["GROUP 1: ; ", $"Group 1: Ana, Bo; {mentors[0].Id}", $"Group 2: Chi; {mentors[1].Id}"], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_hundred_groups_of_six_come_in_at_once()
    {
        var (course, mentors) = await ReadyAsync();
        var list = new StringBuilder("group,mentor,mentee\n");
        for (int group = 1; group <= 200; group++)
        {
            for (int mentee = 1; mentee <= 6; mentee++)
                list.AppendLine(CultureInfo.InvariantCulture, $"Group {group},{(mentee == 1 ? course.Mentor(group % 20).Id : "")},Mentee {group}-{mentee}");
        }

        (await TakesAsync(course, list.ToString())).Says.ShouldContain("The list brought 200 new groups and 1200 mentees.");
        string[] groups = await GroupsAsync(course);
        groups.Length.ShouldBe(200);
        groups.ShouldContain($"Group 77: Mentee 77-1, Mentee 77-2, Mentee 77-3, Mentee 77-4, Mentee 77-5, Mentee 77-6; {course.Mentor(17).Id}");
        (await TakesAsync(course, list.ToString())).Says.ShouldContain("The list brought 0 new groups and 0 mentees.");
        mentors.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_list_of_groups_by_its_size_is_said_and_not_passed_over()
    {
        var (course, _) = await ReadyAsync();
        await course.Instructor.GoesTo("/groups/import");
        byte[] large = Encoding.UTF8.GetBytes("group,mentee\n" + string.Concat(Enumerable.Repeat("Group 1,Somebody with a name\n", 40_000)));
        await course.Instructor.See(course.Instructor.SendsFile("/groups/import", "groups.csv", large));
        await SaysAndTookNothingAsync(course.Instructor.Page, course, "That is more than a list of groups can be");
        await TakesAsync(course, "group,mentee\n" + string.Concat(Enumerable.Repeat("G,A\n", 10_001)));
        await SaysAndTookNothingAsync(course.Instructor.Page, course, "That is more than a list of groups can be");
    }

    [Fact]
    public async Task Taken_in_from_several_windows_at_once_everybody_is_there_once()
    {
        var (course, mentors) = await ReadyAsync();
        await course.Instructor.MakesGroup("Group 1", mentors[0], mentees: "");
        var windows = Enumerable.Range(0, 4).Select(_ => new Person(course, course.Instructor.Id, new Browser())).ToArray();
        foreach (var window in windows)
        {
            await window.OpensLink(course.HomeLink);
            await window.GoesTo("/groups/import");
            window.Fills("Or paste it", Of("group,mentor,mentee\nGroup 1,,Bo\nGroup 1,,Ana", mentors));
        }

        await Task.WhenAll(windows.Select(window => window.Clicks("Take it in")));
        windows.ShouldContain(window => window.Page.Path == "/groups");
        (await GroupsAsync(course)).ShouldBe([$"Group 1: Ana, Bo; {mentors[0].Id}"]);
    }

    [Fact]
    public async Task Only_instructors_take_lists_in()
    {
        var (_, mentors) = await ReadyAsync();
        (await mentors[0].GoesTo("/groups/import")).Status.ShouldBe(404);
        await mentors[0].GoesTo("/calendar");
        (await mentors[0].Posts("/groups/import", ("content", Plain))).Status.ShouldBe(404);
    }

    private async Task<(Classroom Course, Person[] Mentors)> ReadyAsync()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(2);
        await course.RosterIsRead();
        return (course, mentors);
    }

    private static string Of(string list, Person[] mentors) => list.Replace("{0}", $"{mentors[0].Id}@practice.example", StringComparison.Ordinal)
        .Replace("{1}", $"{mentors[1].Id}@PRACTICE.example", StringComparison.Ordinal).Replace("{2}", mentors[1].Name, StringComparison.Ordinal);

    private static async Task<Page> TakesAsync(Classroom course, string list)
    {
        await course.Instructor.GoesTo("/groups/import");
        course.Instructor.Fills("Or paste it", list);
        return await course.Instructor.Clicks("Take it in");
    }

    private static async Task SaysAndTookNothingAsync(Page page, Classroom course, string says)
    {
        page.Says.ShouldContain("Nothing was taken in:");
        page.Says.ShouldContain(says);
        (await GroupsAsync(course)).ShouldBeEmpty();
        var programme = await course.ProgrammeOf();
        (await course.Tool.AskAsync(db => db.Mentees.CountAsync(mentee => mentee.ProgrammeId == programme))).ShouldBe(0);
    }

    private static async Task IsThereAsync(Classroom course, Person[] mentors, string first, string second) =>
        (await GroupsAsync(course)).ShouldBe([$"{first}; {mentors[0].Id}", $"{second}; {mentors[1].Id}"]);

    /// <summary>Each group with its mentees and its mentors' ids.</summary>
    private static async Task<string[]> GroupsAsync(Classroom course)
    {
        var programme = await course.ProgrammeOf();
        var (groups, mentees) = await course.Tool.AskAsync(async db => (
            await db.Groups.AsNoTracking().Where(group => group.ProgrammeId == programme).Include(group => group.Mentors).ToListAsync(),
            await db.Mentees.AsNoTracking().Where(mentee => mentee.ProgrammeId == programme && mentee.LeftAt == null).ToListAsync()));
        return
        [
            .. groups.OrderBy(group => group.Name, StringComparer.Ordinal).Select(group =>
                $"{group.Name}: {string.Join(", ", mentees.Where(mentee => mentee.GroupId == group.Id).Select(mentee => mentee.Name).Order(StringComparer.Ordinal))}; {string.Join(' ', group.Mentors.Select(mentor => mentor.Subject).Order(StringComparer.Ordinal))}"),
        ];
    }

    private static async Task<int[]> VersionsAsync(Classroom course)
    {
        var programme = await course.ProgrammeOf();
        return await course.Tool.AskAsync(db => db.Groups.Where(group => group.ProgrammeId == programme).OrderBy(group => group.Name).Select(group => group.Version).ToArrayAsync());
    }
}

[Collection(OnSqlite.Name)]
public sealed class ImportStoriesOnSqlite(SqliteWorld world) : ImportStories(world);

[Collection(OnPostgres.Name)]
public sealed class ImportStoriesOnPostgres(PostgresWorld world) : ImportStories(world);
