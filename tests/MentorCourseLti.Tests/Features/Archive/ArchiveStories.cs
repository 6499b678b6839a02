using System.Net;
using System.Security.Cryptography;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Archive;

/// <summary>Everything that was made can be taken along: by its mentor, and by the instructor of the course.</summary>
public abstract class ArchiveStories(World world)
{
    private const string Download = "/archive?handler=Download";

    [Fact]
    public async Task The_course_comes_as_one_archive_with_all_that_was_handed_in_and_nothing_that_is_still_its_authors()
    {
        var (course, graded, activity) = await world.OpensACourse();
        await graded.Attaches(activity, "Tafel für Ana.png", SampleFiles.Png, "She laughed: “да” 🌿");
        await graded.HandsIn();
        var (waiting, drafting, back) = (course.Mentor(1), course.Mentor(2), course.Mentor(3));
        await waiting.HandsIn(course.Link, "It is in.");
        await drafting.OpensLink(course.Link);
        await drafting.Writes("A draft of my own.");
        await back.HandsIn(course.Link, "Taken back at once.");
        await back.Clicks("Take it back");
        await course.Instructor.OpensWorkOf(graded, activity);
        await course.Instructor.Grades("5 4 4 5", "You listened.");
        await course.Instructor.OpensWorkOf(waiting, activity);
        course.Instructor.Chooses("0 0 0 0");
        course.Instructor.Fills(Coursework.OverallComment, "Not released yet.");
        await course.Instructor.Clicks("Save draft");

        var archive = await course.Instructor.TakesArchive(Download);
        string folder = archive.FolderOf(graded.Name);
        string work = archive.Text($"{folder}01 The first meeting.md");
        foreach (string said in new[] { "# The first meeting", graded.Name, "She laughed: “да” 🌿", "**18 of 20**", "You listened.", "A moment, told closely**: Vivid (5 of 5)", "[Tafel für Ana.png](<01 The first meeting files/Tafel für Ana.png>)" })
            work.ShouldContain(said);
        archive.Bytes($"{folder}01 The first meeting files/Tafel für Ana.png").ShouldBe(SampleFiles.Png);
        archive.Text($"{archive.FolderOf(waiting.Name)}01 The first meeting.md").ShouldContain("It is in.");
        archive.Everything.ShouldNotContain("A draft of my own.");
        archive.Everything.ShouldNotContain("Taken back at once.");
        archive.Everything.ShouldNotContain("Not released yet.");

        archive.Names[0].ShouldBe("index.md");
        archive.Text("index.md").ShouldContain(course.Instructor.Name);
        archive.Names[^1].ShouldBe("complete.txt");
        archive.Text("complete.txt").ShouldContain("2 works, 0 log entries, 1 files");
        string[] grades = archive.Text("grades.csv").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        grades[0].ShouldBe("Mentor,Folder,The first meeting (of 20)");
        grades.Single(line => line.StartsWith(graded.Name, StringComparison.Ordinal)).ShouldEndWith(",18");
        grades.Single(line => line.StartsWith(waiting.Name, StringComparison.Ordinal)).ShouldEndWith(",");
        archive.Text("hours.csv").ShouldContain(graded.Name);
        (await course.Instructor.GoesTo("/archive")).Says.ShouldContain("The last download was sent whole: ");
        (await course.Instructor.GoesTo("/audit?act=ArchiveDownloaded")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_log_is_in_it_with_what_became_of_its_sessions()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        await course.HasLog();
        await mentor.Logs(course.Link, "Bo", did: "We read a graph.");
        var archive = await course.Instructor.TakesArchive(Download);
        string log = archive.Text(archive.Names.Single(name => name.StartsWith(archive.FolderOf(mentor.Name), StringComparison.Ordinal)));
        foreach (string said in new[] { "50 minutes", "With Bo", "We read a graph.", "waiting to be approved", "6 Feb 2026" })
            log.ShouldContain(said);
        archive.Text("complete.txt").ShouldContain("1 log entries");
    }

    [Fact]
    public async Task Whatever_people_and_files_are_called_all_lies_in_its_folder_and_none_on_another()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        string[] names = ["../../x", "/etc/passwd", string.Concat(Enumerable.Repeat("🌿", 200)), "The same", "The same", "CON", "=1+1", "\u202Egnp.md"];
        var mentors = Enumerable.Range(0, names.Length).Select(number => course.Mentor(number)).ToList();
        foreach (var (person, name) in mentors.Zip(names))
        {
            if (person.Id == mentor.Id)
                await mentor.Attaches(activity, "graph.png", SampleFiles.Png, "A text.");
            else
                await person.HandsIn(course.Link, "A text.");
            var id = (await course.MemberOf(person)).Id;
            await world.Tool.AskAsync(db => db.Members.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Name, name)));
        }

        await mentor.HandsIn();
        await world.Tool.AskAsync(db => db.Attachments.Where(file => file.ActivityId == new ActivityId(activity)).ExecuteUpdateAsync(set => set.SetProperty(file => file.Name, "../../../evil\\..\\x.png")));
        await world.Tool.AskAsync(db => db.Activities.Where(one => one.Id == new ActivityId(activity)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Title, "../../title: <b>")));

        var archive = await course.Instructor.TakesArchive(Download);
        archive.Names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(archive.Names.Count);
        string root = Path.GetFullPath("/unpacked/");
        foreach (string name in archive.Names)
        {
            name.ShouldNotContain("\\");
            name.ShouldNotContain("\u202E");
            name.Split('/').ShouldAllBe(part => part != ".." && part != "." && part.Length > 0 && System.Text.Encoding.UTF8.GetByteCount(part) < 200);
            Path.GetFullPath(Path.Combine(root, name)).ShouldStartWith(root);
        }

        archive.Names.Count(name => name.EndsWith("title- -b-.md", StringComparison.Ordinal)).ShouldBe(names.Length);
        archive.Names.Count(name => name.Contains("/The same ", StringComparison.Ordinal)).ShouldBe(2);
        archive.Names.ShouldContain(name => name.EndsWith("files/evil-..-x.png", StringComparison.Ordinal));
        archive.Text("grades.csv").ShouldContain("'=1+1", customMessage: "no formula");
    }

    [Fact]
    public async Task A_mentor_takes_the_own_work_along_as_one_text_or_with_files()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.HandsIn(course.Link, "Taken back at once.");
        await mentor.Clicks("Take it back");
        await mentor.Writes("She laughed: “да” 🌿");
        await course.Mentor(1).HandsIn(course.Link, "Another's secret.");
        (await mentor.GoesTo("/")).Offers("All your work").ShouldBeTrue();
        var page = await mentor.Clicks("All your work");
        foreach (string said in new[] { "Your work", "The first meeting", "Taken back at once.", "She laughed: “да” 🌿", "Draft, not handed in" })
            page.Says.ShouldContain(said);
        var text = await mentor.Clicks("Download as Markdown");
        text.ContentType.ShouldBe("text/markdown; charset=utf-8");
        text.ContentDisposition.ShouldNotBeNull().ShouldContain(".md");
        foreach (string said in new[] { "# The first meeting", "Taken back at once.", "She laughed: “да” 🌿" })
            text.Body.ShouldContain(said);
        text.Body.ShouldNotContain("Another's secret.");

        await mentor.OpensLink(course.Link);
        await mentor.Attaches(activity, "Graph.png", SampleFiles.Png, "She laughed: “да” 🌿");
        await mentor.HandsIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        course.Instructor.Chooses("0 0 0 0");
        course.Instructor.Fills(Coursework.OverallComment, "Not released yet.");
        await course.Instructor.Clicks("Save draft");
        (await mentor.GoesTo("/mine")).Says.ShouldNotContain("Not released yet.");
        (await mentor.TakesArchive("/mine?handler=Download")).Everything.ShouldNotContain("Not released yet.");
        await course.Instructor.Grades("5 4 4 5", "You listened.");

        (await mentor.GoesTo("/mine")).Says.ShouldContain("18 of 20");
        var archive = await mentor.TakesArchive("/mine?handler=Download");
        archive.Names.ShouldBe(["01 The first meeting.md", "01 The first meeting files/Graph.png"]);
        archive.Text("01 The first meeting.md").ShouldContain("You listened.");
        archive.Bytes("01 The first meeting files/Graph.png").ShouldBe(SampleFiles.Png);
    }

    [Fact]
    public async Task It_is_nobody_elses()
    {
        var (course, mentor, _) = await world.OpensACourse();
        foreach (string path in new[] { "/archive", Download, "/archive?handler=Progress" })
            (await mentor.GoesTo(path)).Status.ShouldBe(404, path);
        foreach (string path in new[] { "/mine", "/mine?handler=Download" })
            (await course.Instructor.GoesTo(path)).Status.ShouldBe(404, path);
        await mentor.OpensLink(course.Link);
        (await mentor.GoesTo("/mine")).Says.ShouldContain("Nothing of yours is here yet");
    }

    [Fact]
    public async Task A_download_that_is_cut_leaves_the_tool_well_and_the_next_one_is_whole()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        byte[] large = [.. SampleFiles.Png, .. RandomNumberGenerator.GetBytes(20_000_000)];
        await mentor.Attaches(activity, "large.png", large, "With a large file.");
        await mentor.HandsIn();

        using (var cut = await course.Instructor.AsksFor(Download))
        {
            byte[] beginning = new byte[1000];
            await (await cut.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).ReadExactlyAsync(beginning, TestContext.Current.CancellationToken);
            // It goes on, as long as nobody reads on: another one is not begun beside it.
            using var second = await course.Instructor.AsksFor(Download);
            second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This course is being downloaded already");
            (await course.Instructor.GoesTo("/archive?handler=Progress")).Json.GetProperty("running").GetBoolean().ShouldBeTrue();
        }

        await Eventually.Is(async () => (await RunAsync(course))?.State is ArchiveState.Broken, "the tool notices that nobody reads");
        var page = await course.Instructor.GoesTo("/archive");
        page.Says.ShouldContain("The last download broke off with ");
        page.Says.ShouldContain("Nothing is lost");
        var archive = await course.Instructor.TakesArchive(Download);
        archive.Bytes(archive.Names.Single(name => name.EndsWith("large.png", StringComparison.Ordinal))).ShouldBe(large);
        (await RunAsync(course))!.State.ShouldBe(ArchiveState.Complete);
    }

    [Fact]
    public async Task What_breaks_here_ends_the_download_as_failed_and_not_as_whole()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.HandsIn(course.Link, "A text.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 4 4 5");
        var id = await course.FindId();
        await world.Tool.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Assessments\" SET \"Marks\" = 'broken' WHERE \"CourseId\" = {id.Value}"));

        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            using var answer = await course.Instructor.AsksFor(Download);
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        });
        await Eventually.Is(async () => (await RunAsync(course))?.State is ArchiveState.Broken, "it says that it broke off");

        await world.Tool.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Assessments\" SET \"Marks\" = '[]' WHERE \"CourseId\" = {id.Value}"));
        (await course.Instructor.TakesArchive(Download)).Names[^1].ShouldBe("complete.txt");
        (await world.Tool.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.CourseId == id && entry.Act == AuditAct.ArchiveDownloaded))).ShouldBe(2);
    }

    [Fact]
    public async Task A_download_of_a_node_that_fell_over_stands_in_nobodys_way()
    {
        var (course, _, _) = await world.OpensACourse();
        var (id, longAgo) = (await course.FindId(), TimeProvider.System.GetUtcNow().AddMinutes(-2));
        await world.Tool.AskAsync(async db =>
        {
            var run = new ArchiveRun { Of = id.Value };
            run.Start(5, longAgo);
            db.Add(run);
            return await db.SaveChangesAsync();
        });
        (await course.Instructor.GoesTo("/archive")).Says.ShouldContain("The last download broke off with 0 of 5 mentors in it");
        (await course.Instructor.TakesArchive(Download)).Names.ShouldContain("complete.txt");
    }

    private static async Task<ArchiveRun?> RunAsync(Classroom course)
    {
        var id = (await course.FindId()).Value;
        return await course.Tool.AskAsync(db => db.ArchiveRuns.AsNoTracking().FirstOrDefaultAsync(run => run.Of == id));
    }
}

[Collection(OnSqlite.Name)]
public sealed class ArchiveStoriesOnSqlite(SqliteWorld world) : ArchiveStories(world);

[Collection(OnPostgres.Name)]
public sealed class ArchiveStoriesOnPostgres(PostgresWorld world) : ArchiveStories(world);
