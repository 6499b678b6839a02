using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Runs;

/// <summary>Courses that are copied in the LMS, or reset there and used again, and links that are edited.</summary>
public abstract class RunStories(World world)
{
    private const string Ags = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    [Fact]
    public async Task A_copied_link_gives_the_new_course_its_own_copy_of_activity_rubric_and_files_and_nobodys_work()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string first = await year.HasReflection("tree", due: "2031-03-01T23:59");
        await year.AttachesToRead(first, "field-guide.png");
        await year.Writes("mentor", "tree", first, "A secret of last year.");

        // A mentor of the new course is the first to open it.
        var page = await year.Opens("new mentor", SignedPlatform.Learner, "copied-tree", named: first, course: "wood-2", history: "wood");
        page.Heading.ShouldBe("tree");
        string copy = page.Path.Split('/')[2];
        copy.ShouldNotBe(first);
        page.Says.ShouldNotContain("Due");
        page.Body.ShouldContain("field-guide.png");
        page.FieldText(Coursework.YourText).ShouldBeEmpty();

        // Who wrote it last year, and teaches here now, sees none of it either.
        page = await year.Opens("instructor", SignedPlatform.Instructor, "copied-tree", named: first, course: "wood-2", history: "wood");
        page.Path.ShouldBe($"/reflections/{copy}/submissions");
        page.Body.ShouldNotContain("A secret of last year.");
        (await year.Goes(page, $"/reflections/{first}/submissions")).Status.ShouldBe(404);
        (await year.Goes(page, $"/rubrics")).Document.QuerySelectorAll("ul:not([aria-labelledby]) .row-title").Length.ShouldBe(1, "one rubric of its own");

        // And the old course is as it was.
        page = await year.Opens("instructor", SignedPlatform.Instructor, "tree", named: first);
        page.Path.ShouldBe($"/reflections/{first}/submissions");
        page.Says.ShouldContain("Due");
    }

    [Fact]
    public async Task A_whole_class_that_opens_the_copy_at_once_makes_one()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string[] placed = [await year.HasReflection("tree"), await year.HasReflection("moss")];

        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            using var own = new Year(world.Tool, lms);
            return await own.Opens($"mentor {i}", SignedPlatform.Learner, $"copied-{i % 2}", named: placed[i % 2], course: "wood-2", history: "wood");
        }));

        pages.Select(page => page.Path).Distinct().Count().ShouldBe(2);
        pages.ShouldAllBe(page => page.Path.StartsWith("/reflections/") && page.Status == 200);
        int rubrics = await year.InCourse("wood-2", (db, id) => db.Rubrics.CountAsync(rubric => rubric.CourseId == id));
        rubrics.ShouldBe(1, "both reflections are judged by one rubric, as before");
    }

    [Fact]
    public async Task A_copy_of_a_copy_has_what_was_changed_in_between()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string first = await year.HasReflection("tree");
        var page = await year.Opens("instructor", SignedPlatform.Instructor, "second", named: first, course: "wood-2", history: "wood");
        page = await year.Renames(page, page.Path.Split('/')[2], "The old tree");
        page.Heading.ShouldBe("The old tree");

        // LMSs copy the link as it is: it names the first of the line for ever.
        (await year.Opens("mentor", SignedPlatform.Learner, "third", named: first, course: "wood-3", history: "wood-2,wood")).Heading.ShouldBe("The old tree");
        (await year.Opens("mentor", SignedPlatform.Learner, "fourth", named: first, course: "wood-4")).Heading.ShouldBe("tree");
    }

    [Fact]
    public async Task A_link_that_was_set_up_by_hand_is_known_by_the_links_it_was_copied_from()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string first = await year.HasReflection("tree");

        var page = await year.Opens("mentor", SignedPlatform.Learner, "new-id", course: "wood-2", history: "wood", linkHistory: "other,tree");
        page.Heading.ShouldBe("tree");
        page.Path.ShouldNotContain(first);
    }

    [Fact]
    public async Task Where_the_LMS_says_nothing_of_links_the_instructor_copies_from_the_earlier_run()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        await year.HasReflection("tree");
        await year.HasReflection("moss");

        var page = await year.Opens("instructor", SignedPlatform.Instructor, "new-id", course: "wood-2", history: "wood");
        page.Says.ShouldContain("From an earlier run");
        page = await year.Clicks(page, "Copy moss");
        page.Heading.ShouldBe("moss");
        page = await year.Opens("instructor", SignedPlatform.Instructor, "another", course: "wood-2", history: "wood");
        page.Says.ShouldContain("Copy");
        page.Body.ShouldContain("Open this one: moss");
        page.Body.ShouldNotContain("Copy moss");
    }

    [Fact]
    public async Task What_is_made_anew_hides_nothing_of_the_earlier_run()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        await year.HasReflection("tree");
        await year.HasReflection("lichen", course: "wood-2", history: "wood");

        var page = await year.Opens("instructor", SignedPlatform.Instructor, "new-id", course: "wood-2", history: "wood");
        page.Body.ShouldContain("Open this one: lichen");
        (await year.Clicks(page, "Copy tree")).Heading.ShouldBe("tree");
        page = await year.Opens("instructor", SignedPlatform.Instructor, "newer-id", course: "wood-3", history: "wood-2,wood");
        page.Document.QuerySelectorAll("button[name=earlier]").Length.ShouldBe(2, "of each line one, though both earlier runs have a tree");
    }

    [Theory]
    [InlineData("wood", "somebody-elses")]
    [InlineData("", "somebody-elses")]
    public async Task Another_platforms_activity_is_never_copied(string history, string course)
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        await using var other = await SignedPlatform.StartAsync(world.Tool);
        using Year mine = new(world.Tool, other), yours = new(world.Tool, lms);
        string theirs = await yours.HasReflection("tree");

        var page = await mine.Opens("instructor", SignedPlatform.Instructor, "link", named: theirs, course: course, history: history);
        page.Path.ShouldStartWith("/links/");
        page.Body.ShouldNotContain("From an earlier run");
    }

    [Fact]
    public async Task A_course_that_is_reset_in_place_begins_anew_once_its_run_is_archived()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string first = await year.HasReflection("tree", due: "2031-03-01T23:59");
        await year.Writes("mentor", "tree", first, "A secret of last year.");
        await year.HasReflection("moss");
        var atWork = await year.Opens("mentor", SignedPlatform.Learner, "moss");
        var page = await year.Opens("instructor", SignedPlatform.Instructor, "tree");
        page = await year.Goes(page, "/run");
        page.Says.ShouldContain("2 activities, 1 mentor.");
        page = await year.Clicks(page, "Archive this run");
        page.Says.ShouldContain("This run was archived");

        // Who was writing is told, and keeps what was typed; and reads what was handed in.
        ((IHtmlTextAreaElement)atWork.Field(Coursework.YourText)).Value = "Half a thought.";
        var refused = await year.Clicks(atWork, "Look it over and hand in");
        refused.Status.ShouldBe(403);
        refused.Says.ShouldContain("This is an earlier run");
        refused.Body.ShouldContain("Half a thought.");
        var own = await year.Goes(atWork, $"/reflections/{first}");
        own.Says.ShouldContain("A secret of last year.");
        own.Body.ShouldNotContain("Take it back");
        (await year.Goes(atWork, "/")).Says.ShouldContain("earlier runs");

        // The same link in the same context, without anything that names an activity.
        var anew = await year.Opens("mentor", SignedPlatform.Learner, "tree");
        anew.Heading.ShouldBe("tree");
        anew.Path.ShouldNotContain(first);
        anew.Says.ShouldNotContain("Due");
        anew.FieldText(Coursework.YourText).ShouldBeEmpty();

        // Last year's is among the own courses, to read.
        page = await year.Goes(page, "/courses");
        page.Says.ShouldContain("archived");
        page = await year.Goes(page, $"/reflections/{first}/submissions");
        page.Says.ShouldContain("This is an earlier run");
        page.Says.ShouldContain("The mentor");
        (await year.Goes(page, "/run")).Document.QuerySelector("[name=back]").ShouldBeNull("the next one has begun");
    }

    [Fact]
    public async Task An_archive_by_mistake_is_taken_back()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string first = await year.HasReflection("tree");
        await year.Opens("instructor", SignedPlatform.Instructor, "tree", column: "7");
        await year.Writes("mentor", "tree", first, "Of this year.");
        int sent = (await year.Wanted(first)).ShouldHaveSingleItem();
        var page = await year.Goes(await year.Opens("instructor", SignedPlatform.Instructor, "tree", column: "7"), "/run");
        page = await year.Clicks(page, "Archive this run");
        page = await year.Clicks(page, "Take it back");
        (await year.Wanted(first)).ShouldHaveSingleItem().ShouldBeGreaterThan(sent, "it goes to the gradebook once more");
        page.Body.ShouldContain("Archive this run");
        (await year.Opens("mentor", SignedPlatform.Learner, "tree")).Path.ShouldBe($"/reflections/{first}");
    }

    [Fact]
    public async Task A_mentor_archives_nothing()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        await year.HasReflection("tree");
        (await year.Goes(await year.Opens("mentor", SignedPlatform.Learner, "tree"), "/run")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_link_that_is_edited_in_the_LMS_opens_the_other_activity_and_its_column_is_that_ones()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var year = new Year(world.Tool, lms);
        string tree = await year.HasReflection("tree"), moss = await year.HasReflection("moss");
        (await year.Opens("mentor", SignedPlatform.Learner, "link", named: tree, column: "7")).Path.ShouldBe($"/reflections/{tree}");
        (await year.Opens("mentor", SignedPlatform.Learner, "link", named: moss, column: "7")).Path.ShouldBe($"/reflections/{moss}");

        (await Columns(tree)).ShouldBe([(true, "7")]);
        (await Columns(moss)).ShouldBe([(false, "7")]);
        // What is handed in meanwhile reaches the column once it is back again.
        await year.Writes("mentor", "other", tree, "By another way.");
        (await year.Wanted(tree)).ShouldBeEmpty();
        await year.Opens("mentor", SignedPlatform.Learner, "link", named: tree, column: "7");
        (await Columns(tree)).ShouldBe([(false, "7")]);
        (await Columns(moss)).ShouldBe([(true, "7")]);
        (await year.Wanted(tree)).ShouldHaveSingleItem();

        Task<List<(bool, string)>> Columns(string activity) => world.Tool.AskAsync(async db =>
            (await db.GradeColumns.Where(column => column.ActivityId == new ActivityId(Guid.Parse(activity))).ToListAsync())
                .ConvertAll(column => (column.RetiredAt is not null, column.LineItemUrl!.Split('/')[^1])));
    }

    /// <summary>Launches of one LMS into the runs of a course, one after the other in one browser.</summary>
    private sealed class Year(ToolHost tool, SignedPlatform lms) : IDisposable
    {
        private readonly Browser browser = new();

        public void Dispose() => browser.Dispose();

        public async Task<Page> Opens(
            string who, string role, string link, string? named = null, string course = "wood", string? history = null, string? linkHistory = null, string? column = null) =>
            await lms.LaunchAsync(browser, who, claims =>
            {
                claims[SignedPlatform.Claim + "roles"] = new JsonArray(role);
                claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = course, ["title"] = course };
                claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = link };
                var custom = new JsonObject { ["context_history"] = history ?? "$Context.id.history", ["link_history"] = linkHistory ?? "$ResourceLink.id.history" };
                if (named is not null)
                    custom["activity"] = named;
                claims[SignedPlatform.Claim + "custom"] = custom;
                if (column is not null)
                    claims[Ags] = new JsonObject { ["scope"] = new JsonArray("https://purl.imsglobal.org/spec/lti-ags/scope/score"), ["lineitem"] = $"{lms.Url}/columns/{column}" };
            });

        public async Task<string> HasReflection(string link, string due = "", string course = "wood", string? history = null)
        {
            var page = await Opens("instructor", SignedPlatform.Instructor, link, course: course, history: history);
            var form = await Goes(page, new Uri(((IHtmlAnchorElement)page.Clickable("A new reflection")).Href).PathAndQuery[page.Visit.Length..]);
            ((IHtmlInputElement)form.Field("Due")).Value = due;
            return (await Clicks(form, "Create")).Path.Split('/')[2];
        }

        public async Task<Page> Renames(Page page, string activity, string title)
        {
            var form = await Goes(page, $"/reflections/edit/{activity}");
            ((IHtmlInputElement)form.Field("Title")).Value = title;
            return await Clicks(form, "Save");
        }

        public async Task Writes(string who, string link, string activity, string text)
        {
            var page = await Opens(who, SignedPlatform.Learner, link, named: activity);
            ((IHtmlTextAreaElement)page.Field(Coursework.YourText)).Value = text;
            page = await Clicks(page, "Look it over and hand in");
            await Clicks(page, "Hand in");
        }

        public async Task AttachesToRead(string activity, string name)
        {
            var page = await Goes(await Opens("instructor", SignedPlatform.Instructor, "tree"), $"/reflections/edit/{activity}");
            using var form = new MultipartFormDataContent
            {
                { new StringContent(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
                { new ByteArrayContent(SampleFiles.Png), "File", name },
            };
            await browser.PostAsync(new Uri(page.Url, $"{page.Visit}/reflections/edit/{activity}?handler=Files"), await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString());
        }

        public Task<Page> Goes(Page page, string path) => browser.GetAsync(new Uri(page.Url, page.Visit + path));

        public Task<Page> Clicks(Page page, string name)
        {
            var button = (IHtmlButtonElement)page.Clickable(name);
            return browser.SubmitAsync(button.Form!, button);
        }

        /// <summary>How often each grade of an activity was put on its way.</summary>
        public Task<List<int>> Wanted(string activity) => tool.AskAsync(db =>
            db.Deliveries.Where(delivery => delivery.ActivityId == new ActivityId(Guid.Parse(activity))).Select(delivery => delivery.Version).ToListAsync());

        public Task<T> InCourse<T>(string context, Func<CourseDb, CourseId, Task<T>> ask) => tool.AskAsync(async db =>
            await ask(db, await db.Courses.Where(course => course.ContextId == context && db.Platforms.Any(row => row.Id == course.PlatformId && row.Issuer == lms.Url)).Select(course => course.Id).SingleAsync()));
    }
}

[Collection(OnSqlite.Name)]
public sealed class RunStoriesOnSqlite(SqliteWorld world) : RunStories(world);

[Collection(OnPostgres.Name)]
public sealed class RunStoriesOnPostgres(PostgresWorld world) : RunStories(world);
