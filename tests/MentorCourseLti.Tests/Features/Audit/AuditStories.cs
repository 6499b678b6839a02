using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.Totals;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Audit;

/// <summary>Who did what is written down with it, once, and nobody changes it afterwards.</summary>
public abstract class AuditStories(World world)
{
    [Fact]
    public async Task A_grade_is_noted_when_it_is_written_released_and_changed_with_before_and_after()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        course.Instructor.Chooses("5 4 2 0");
        await course.Instructor.Clicks("Save draft");
        await course.Instructor.Grades("5 4 4 5", "You listened.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 4 5", "You listened well.");

        var noted = await NotedAsync(course);
        noted.Select(entry => entry.Act).ShouldBe([AuditAct.ActivityAdded, AuditAct.RubricAdded, AuditAct.Graded, AuditAct.Released, AuditAct.GradeChanged], ignoreOrder: true);
        var graded = noted.Single(entry => entry.Act is AuditAct.Graded);
        graded.Changes.ShouldContain(new AuditChange(AuditField.Marks, Was: null, "5, 4, 2, 0"));
        var released = noted.Single(entry => entry.Act is AuditAct.Released);
        released.Changes.ShouldBe([new(AuditField.Score, Was: null, "18/20"), new(AuditField.Marks, "5, 4, 2, 0", "5, 4, 4, 5"), new(AuditField.Comment, Was: null, "You listened.")]);
        var changed = noted.Single(entry => entry.Act is AuditAct.GradeChanged);
        changed.Changes.ShouldBe([new(AuditField.Score, "18/20", "19/20"), new(AuditField.Marks, "5, 4, 4, 5", "5, 5, 4, 5"), new(AuditField.Comment, "You listened.", "You listened well.")]);
        foreach (var entry in new[] { graded, released, changed })
        {
            (entry.ActorName, entry.ActorRole, entry.ActivityId!.Value.Value).ShouldBe((course.Instructor.Name, MemberRole.Instructor, activity));
            entry.MentorId.ShouldBe((await course.MemberOf(mentor)).Id);
        }

        var page = await course.Instructor.GoesTo("/audit");
        page.Says.ShouldContain($"Changed a released grade {mentor.Name} The first meeting Grade: 18 of 20 → 19 of 20");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(noted.Count);
    }

    [Fact]
    public async Task Where_names_are_not_shown_a_grade_names_nobody_before_it_is_released()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        var grader = course.Instructor;
        await grader.GoesTo($"/reflections/edit/{activity}");
        grader.Checks("Grade without names");
        await grader.Clicks("Save");
        (await NotedAsync(course))[^1].Changes.ShouldBe([new AuditChange(AuditField.IsAnonymous, Was: null, "true")]);
        await grader.GoesTo("/queue");
        await grader.Clicks("Grade it");
        grader.Chooses("5 4 2 0");
        await grader.Clicks("Save draft");
        var page = await grader.GoesTo("/audit");
        page.Document.QuerySelectorAll("tbody tr").Select(row => Page.Text(row)).ShouldAllBe(row => !row.Contains(mentor.Name, StringComparison.Ordinal));
        page.Says.ShouldContain("Graded without names: yes");
        await grader.GoesTo("/queue");
        await grader.Clicks("Grade it");
        await grader.Releases();
        (await NotedAsync(course)).Single(entry => entry.Act is AuditAct.Released).MentorId.ShouldBe((await course.MemberOf(mentor)).Id);
    }

    [Fact]
    public async Task Drafts_that_save_themselves_are_noted_once_and_a_grade_that_is_taken_back_once_more()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        foreach (string levels in new[] { "5", "5 5", "5 5 5" })
        {
            course.Instructor.Chooses(levels);
            await course.Instructor.Clicks("Save draft");
        }

        await course.Instructor.Grades("5 5 5 2");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Clicks("Take the grade back");
        var noted = await NotedAsync(course);
        noted.Select(entry => entry.Act).Where(act => act is AuditAct.Graded or AuditAct.Released or AuditAct.GradeChanged or AuditAct.ReleaseTakenBack)
            .ShouldBe([AuditAct.Graded, AuditAct.Released, AuditAct.ReleaseTakenBack], ignoreOrder: true);
        noted.Single(entry => entry.Act is AuditAct.ReleaseTakenBack).Changes.ShouldContain(new AuditChange(AuditField.Score, "17/20", Is: null));
    }

    [Fact]
    public async Task What_a_rule_changes_is_noted_of_each_mentor_whom_it_changes()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 5");
        await course.Settles(mentor);
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Points", "10");
        await course.Instructor.Clicks("Save");
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Path.ShouldEndWith("/submissions", customMessage: course.Instructor.Page.Says);

        var noted = await NotedAsync(course);
        noted.Single(entry => entry.Act is AuditAct.ActivityChanged).Changes.ShouldBe([new(AuditField.Points, "20", "10")]);
        var counted = noted.Single(entry => entry.Act is AuditAct.GradeChanged);
        (counted.MentorId, counted.ActivityId!.Value.Value).ShouldBe(((await course.MemberOf(mentor)).Id, activity));
        counted.Changes.ShouldBe([new(AuditField.Score, "20/20", "10/10")]);
    }

    [Fact]
    public async Task Settings_extensions_excuses_and_rubrics_are_noted_in_words_that_the_reader_knows()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Due", "2090-01-02T12:00");
        course.Instructor.Fills("Loses a day, in %", "10");
        await course.Instructor.Clicks("Save");
        await course.Instructor.Clicks("Save");
        await course.Instructor.GoesTo($"/activities/{activity}/allow?mentor={(await course.MemberOf(mentor)).Id}");
        course.Instructor.Checks("Not asked of them");
        await course.Instructor.Clicks("Save");
        await course.Instructor.GoesTo("/rubrics");
        await course.Instructor.GoesTo(course.Instructor.Page.Document.QuerySelector("main a[href*='/rubrics/edit/']")!.GetAttribute("href")![course.Instructor.Page.Visit.Length..]);
        course.Instructor.Fills("Name", "Presence");
        await course.Instructor.Clicks("Save");

        var page = await course.Instructor.GoesTo("/audit");
        page.Says.ShouldContain("Changed an activity The first meeting Due: Mon 2 Jan 2090, 12:00");
        page.Says.ShouldContain("loses 10 %");
        page.Says.ShouldContain($"Gave an extension or an excuse {mentor.Name} The first meeting Excused: yes");
        page.Says.ShouldContain("Changed a rubric Presence Title: Reflection on mentoring → Presence");
    }

    [Fact]
    public async Task A_reviewed_session_is_noted_and_what_its_mentor_tells_is_not()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        var log = await course.HasLog();
        await mentor.Logs(course.Link, "Bo");
        await course.Instructor.Reviews(log, "Return with the note");
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Change");
        await mentor.Clicks("Save");
        await course.Instructor.Reviews(log, "Approve");

        var noted = (await NotedAsync(course)).Where(entry => entry.Act is not AuditAct.ActivityAdded).ToList();
        noted.Select(entry => entry.Act).ShouldBe([AuditAct.EntryReturned, AuditAct.EntryApproved]);
        noted.ShouldAllBe(entry => entry.ActorName == course.Instructor.Name && entry.MentorId != null);
        (await course.Instructor.GoesTo("/audit?act=EntryApproved")).Says.ShouldContain("Session: waiting → approved");
    }

    [Fact]
    public async Task People_runs_and_the_year_are_noted()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(2);
        await course.RosterIsRead();
        var (leader, own) = ((await course.MemberOf(mentors[0])).Id, (await course.MemberOf(mentors[1])).Id);
        await course.Instructor.GoesTo("/people");
        await course.Instructor.Posts("/people", ("members", $"{leader}"), ("go", "name"));
        await course.Instructor.Posts("/people", ("members", $"{own}"), ("leader", $"{leader}"), ("go", "give"));
        await course.Instructor.HasZone("Europe/Vienna");
        await course.Instructor.GoesTo("/run");
        await course.Instructor.Clicks("Archive");
        await course.Instructor.GoesTo("/run");
        await course.Instructor.Clicks("Take it back");

        var noted = await NotedAsync(course);
        noted.Select(entry => entry.Act).ShouldBe([AuditAct.LeaderNamed, AuditAct.MentorGiven, AuditAct.ProgrammeChanged, AuditAct.RunArchived, AuditAct.RunTakenBack], course.Instructor.Page.Says);
        noted[1].Changes.ShouldBe([new(AuditField.Leader, Was: null, mentors[0].Name)]);
        noted[2].Changes.ShouldContain(change => change.Field == AuditField.TimeZone && change.Is == "Europe/Vienna");
    }

    [Fact]
    public async Task What_was_not_saved_is_not_noted()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        var second = new Person(course, course.Instructor.Id, course.Instructor.Browser.Copy());
        await second.OpensLink(course.Link);
        await course.Instructor.OpensWorkOf(mentor, activity);
        await second.OpensWorkOf(mentor, activity);
        course.Instructor.Chooses("5 5 5 5");
        second.Chooses("0 0 0 0");
        await Task.WhenAll(course.Instructor.Releases(), second.Releases());

        (await NotedAsync(course)).Count(entry => entry.Act is AuditAct.Released or AuditAct.Graded or AuditAct.GradeChanged).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_changes_what_was_noted_neither_the_program_nor_whoever_has_the_database()
    {
        var (course, _, _) = await world.HasWorkHandedIn();
        var id = (await NotedAsync(course))[0].Id;
        await Should.ThrowAsync<InvalidOperationException>(() => world.Tool.AskAsync(async db =>
        {
            db.Entry(await db.AuditEntries.SingleAsync(entry => entry.Id == id)).Property(entry => entry.ActorName).CurrentValue = "Nobody";
            return await db.SaveChangesAsync();
        }));
        (await Should.ThrowAsync<DbUpdateException>(() => world.Tool.AskAsync(async db =>
        {
            db.Remove(await db.AuditEntries.SingleAsync(entry => entry.Id == id));
            return await db.SaveChangesAsync();
        }))).InnerException!.Message.ShouldContain("What was noted is never changed.");
        foreach (string sql in new[] { $"UPDATE \"AuditEntries\" SET \"ActorName\" = 'Nobody' WHERE \"Id\" = {id}", $"DELETE FROM \"AuditEntries\" WHERE \"Id\" = {id}" })
            (await Should.ThrowAsync<System.Data.Common.DbException>(() => world.Tool.AskAsync(db => db.Database.ExecuteSqlRawAsync(sql)))).Message.ShouldContain("What was noted is never changed.");
        (await NotedAsync(course)).ShouldContain(entry => entry.Id == id && entry.ActorName == course.Instructor.Name);
    }

    [Fact]
    public async Task It_is_an_instructors_to_read_looked_through_and_taken_along_as_it_is_shown()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 4 4 5");
        (await mentor.GoesTo("/audit")).Status.ShouldBe(404);
        (await mentor.GoesTo("/audit?handler=File")).Status.ShouldBe(404);

        var id = (await course.MemberOf(mentor)).Id;
        var page = await course.Instructor.GoesTo($"/audit?act=Released&mentor={id}&activity={activity}&who={(await course.MemberOf(course.Instructor)).Id}");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var file = await course.Instructor.Clicks("Save this list as a file (CSV)");
        file.ContentType.ShouldBe("text/csv; charset=utf-8");
        string[] lines = file.Body.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain($"{course.Instructor.Name},Instructor,Released a grade,{mentor.Name},The first meeting");
        lines[1].ShouldContain("Grade: 18 of 20");
        (await course.Instructor.GoesTo($"/audit?mentor={(await course.MemberOf(course.Instructor)).Id}")).Says.ShouldContain("Nothing of the kind was noted");
        (await course.Instructor.GoesTo("/audit?act=nonsense&who=nobody&before=x")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_long_list_goes_on_from_page_to_page_and_leaves_nothing_out()
    {
        var (course, _, _) = await world.HasWorkHandedIn();
        var (first, courseId) = ((await NotedAsync(course))[0], await course.FindId());
        await world.Tool.AskAsync(async db =>
        {
            for (int i = 0; i < 230; i++)
                db.Add(new AuditEntry { CourseId = courseId, At = first.At, ActorId = first.ActorId, ActorRole = first.ActorRole, Act = AuditAct.RubricChanged, Thing = $"Rubric {i}" });
            return await db.SaveChangesAsync();
        });
        var seen = new List<string>();
        for (var page = await course.Instructor.GoesTo("/audit"); ; page = await course.Instructor.Clicks("Older"))
        {
            seen.AddRange(page.Document.QuerySelectorAll("tbody tr").Select(row => Page.Text(row)));
            if (!page.Offers("Older"))
                break;
        }

        seen.Count.ShouldBe(232);
        seen.Count(row => row.Contains("Rubric 0", StringComparison.Ordinal)).ShouldBe(1);
        seen[0].ShouldContain("Rubric 229");
        (await course.Instructor.Clicks("Newest")).Says.ShouldContain("Rubric 229");
    }

    /// <summary>In the order in which it was done.</summary>
    private static async Task<List<AuditEntry>> NotedAsync(Classroom course)
    {
        var id = await course.FindId();
        return await course.Tool.AskAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.CourseId == id).OrderBy(entry => entry.Id).ToListAsync());
    }
}

[Collection(OnSqlite.Name)]
public sealed class AuditStoriesOnSqlite(SqliteWorld world) : AuditStories(world);

[Collection(OnPostgres.Name)]
public sealed class AuditStoriesOnPostgres(PostgresWorld world) : AuditStories(world);
