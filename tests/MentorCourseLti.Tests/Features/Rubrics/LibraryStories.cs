using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Rubrics;

/// <summary>Rubrics are found by what is in them, and used again: in this course, and from one to the next.</summary>
public abstract class LibraryStories(World world)
{
    private const string Ready = "Reflection on mentoring";

    [Fact]
    public async Task Rubrics_are_found_by_their_words_whatever_their_case_and_accents()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var id = await course.FindId();
        await course.Tool.AskAsync(db =>
        {
            db.Add(Rubric(id, "Café talk", new Criterion("c1", "Presence", "Is there.", [new Level("l1", "Naïve", 4, "Forgets the newsletter.")])));
            db.Add(Rubric(id, "Talk in class", new Criterion("c1", "Voice", "Is heard.", [])));
            return db.SaveChangesAsync();
        });
        var instructor = course.Instructor;
        await instructor.GoesTo("/rubrics");
        Titles(instructor.Page).ShouldBe(["Café talk", Ready, "Talk in class"]);

        Titles(await FindsAsync(instructor, "TALK")).ShouldBe(["Café talk", "Talk in class"]);
        instructor.Page.FieldText("Words in a rubric").ShouldBe("TALK");
        instructor.Page.Says.ShouldNotContain("Found in");
        Titles(await FindsAsync(instructor, "cafe talk naive")).ShouldBe(["Café talk"]);
        instructor.Page.Says.ShouldContain("Found in “Naïve” of “Presence”.");
        await FindsAsync(instructor, "voice heard");
        instructor.Page.Says.ShouldContain("Found in “Voice”.");

        var page = await FindsAsync(instructor, "talk <b>astronomy");
        page.Says.ShouldContain("No rubric has all the words of “talk <b>astronomy” in its title, criteria or levels.");
        page.FieldText("Words in a rubric").ShouldBe("talk <b>astronomy");
        Titles(await instructor.Clicks("Show all rubrics")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_rubric_says_what_is_judged_by_it_and_is_used_in_a_new_reflection()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.GoesTo("/rubrics");
        instructor.Page.Says.ShouldContain("4 criteria · 20 points Judges The first meeting");
        await instructor.Clicks($"Copy {Ready}");
        var copy = instructor.Page.Path.Split('/')[^1];
        for (int number = 1; number <= 5; number++)
        {
            await instructor.GoesTo("/rubrics");
            await instructor.Clicks($"Use in a new reflection: Copy of {Ready}");
            instructor.Page.Heading.ShouldBe("New reflection");
            instructor.Page.FieldText("Judged by").ShouldBe(copy);
            instructor.Page.Document.QuerySelector("aside h2")!.TextContent.ShouldContain($"Copy of {Ready}");
            instructor.Fills("Title", $"Week {number}");
            instructor.Fills("Due", $"2031-03-0{number}T23:59");
            await instructor.Clicks("Create");
        }

        var page = await instructor.GoesTo("/rubrics");
        page.Says.ShouldContain("Judges Week 1, Week 2, Week 3, 2 more");
        page.Offers($"Remove Copy of {Ready}").ShouldBeFalse();
        (await instructor.Clicks("Week 2")).Heading.ShouldContain("Week 2");
        await instructor.GoesTo("/rubrics");
        (await instructor.Clicks($"2 more judged by Copy of {Ready}")).Says.ShouldContain("Week 5");
    }

    [Fact]
    public async Task A_rubric_of_another_course_is_read_and_brought_here_as_a_copy_that_goes_its_own_way()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var teacher = MentoringYear.Somebody("teacher");
        await year.Teaches(teacher, "autumn", "Autumn shell");
        var original = await HasRubricAsync(year, "autumn", "Presence", "Listens");
        await year.Teaches(teacher, "spring", "Spring shell");
        var page = await teacher.GoesTo("/rubrics");
        page.Says.ShouldContain("No rubrics yet");
        page.Says.ShouldContain("From your other courses");
        page.Says.ShouldContain("Autumn shell · 1 criterion · 4 points");
        (await teacher.Clicks("Presence")).Says.ShouldContain("Listens");

        page = await FindsAsync(teacher, "listens");
        page.Says.ShouldContain("Nothing found in this course");
        page.Says.ShouldContain("Found in “Listens”.");
        page = await teacher.Clicks("Bring here: Presence of Autumn shell");
        page.Says.ShouldContain("“Presence” is in this course now.");
        page.FieldText("Words in a rubric").ShouldBe("listens");
        page.Says.ShouldContain("The same is here");
        page.Offers("Bring here").ShouldBeFalse();
        await teacher.Clicks("Open it");
        teacher.Fills("What is looked at", "Hears");
        await teacher.Clicks("Save");

        var copies = await RubricsAsync(year, "spring");
        copies.Single().OriginId.ShouldBeNull("it is no part of a line of runs");
        copies.Single().Criteria[0].Title.ShouldBe("Hears");
        (await RubricsAsync(year, "autumn")).Single(one => one.Id == original).Criteria[0].Title.ShouldBe("Listens");

        // Once more, beside what it has become here.
        await teacher.GoesTo("/rubrics");
        (await teacher.Clicks("Bring here: Presence")).Says.ShouldContain("“Copy of Presence” is in this course now.");
    }

    [Fact]
    public async Task Nobody_sees_rubrics_of_courses_in_which_they_do_not_teach_now()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        await using var otherLms = await MentoringYear.StartAsync(world.Tool);
        var (teacher, namesake, colleague) = (MentoringYear.Somebody("teacher"), MentoringYear.Somebody("teacher"), MentoringYear.Somebody("colleague"));
        var kept = await HasCourseAsync(year, teacher, "kept");
        var left = await HasCourseAsync(year, teacher, "left");
        var observed = await HasCourseAsync(year, teacher, "observed");
        var attended = await HasCourseAsync(year, colleague, "attended");
        await year.Attends(teacher, "attended");
        var elsewhere = await HasCourseAsync(otherLms, namesake, "elsewhere");
        await IsNowAsync(year, "left", member => member.IsActive = false);
        await IsNowAsync(year, "observed", member => member.TakeRole(MemberRole.Observer));

        await year.Teaches(teacher, "here");
        await teacher.GoesTo("/rubrics");
        Titles(teacher.Page).ShouldBe(["Of kept"]);
        Titles(await FindsAsync(teacher, "of")).ShouldBe(["Of kept"]);
        foreach (var secret in new[] { left, observed, attended, elsewhere })
        {
            (await teacher.GoesTo($"/rubrics?show={secret}")).Body.ShouldNotContain("A secret");
            await teacher.GoesTo("/rubrics");
            (await teacher.Posts("/rubrics?handler=Bring", ("rubric", $"{secret}"))).Status.ShouldBe(404);
            await teacher.GoesTo("/");
        }

        await teacher.GoesTo("/rubrics");
        (await teacher.Posts("/rubrics?handler=Bring", ("rubric", $"{kept}"))).Says.ShouldContain("“Of kept” is in this course now.");
        (await RubricsAsync(year, "here")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_archived_run_is_named_and_its_own_list_is_only_to_read()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var teacher = MentoringYear.Somebody("teacher");
        await HasCourseAsync(year, teacher, "old");
        await HasCourseAsync(year, teacher, "new");
        await teacher.GoesTo("/rubrics");
        Titles(teacher.Page).ShouldBe(["Of new", "Of old"]);
        await year.Teaches(teacher, "old");
        await world.Tool.AskAsync(async db =>
        {
            var id = (await year.CourseOf("old")).Id;
            return await db.Courses.Where(course => course.Id == id).ExecuteUpdateAsync(set => set.SetProperty(course => course.ArchivedAt, new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero)));
        });
        var page = await teacher.GoesTo("/rubrics");
        foreach (string action in new[] { "New rubric", "Use in a new reflection", "Copy", "Remove", "Bring here" })
            page.Offers(action).ShouldBeFalse(action);
        await year.Teaches(teacher, "new");
        (await teacher.GoesTo("/rubrics")).Says.ShouldContain("old · archived 3 May 2026");
    }

    [Fact]
    public async Task Fifty_of_many_are_shown_the_newest_courses_first_and_all_are_searched()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var teacher = MentoringYear.Somebody("teacher");
        foreach (string context in new[] { "first", "second" })
        {
            await year.Teaches(teacher, context);
            var id = (await year.CourseOf(context)).Id;
            await world.Tool.AskAsync(db =>
            {
                db.AddRange(Enumerable.Range(0, 30).Select(number => Rubric(id, $"{context} {number:00}", new Criterion("c1", $"Looks at {number}", "", []))));
                return db.SaveChangesAsync();
            });
        }

        await year.Teaches(teacher, "third");
        var page = await teacher.GoesTo("/rubrics");
        var titles = Titles(page);
        titles.Count.ShouldBe(50);
        (titles[0], titles[29], titles[30]).ShouldBe(("second 00", "second 29", "first 00"));
        page.Says.ShouldContain("These are the first 50.");
        Titles(await FindsAsync(teacher, "first 29")).ShouldBe(["first 29"]);
        teacher.Page.Says.ShouldNotContain("These are the first");
        Titles(await FindsAsync(teacher, "looks")).Count.ShouldBe(50);
    }

    private static Rubric Rubric(CourseId course, string title, params Criterion[] criteria) =>
        new() { Id = RubricId.New(TimeProvider.System.GetUtcNow()), CourseId = course, Title = title, Criteria = criteria };

    private async Task<Guid> HasCourseAsync(MentoringYear year, Person teacher, string context)
    {
        await year.Teaches(teacher, context);
        return (await HasRubricAsync(year, context, $"Of {context}", "A secret")).Value;
    }

    private async Task<RubricId> HasRubricAsync(MentoringYear year, string context, string title, string looksAt)
    {
        var rubric = Rubric((await year.CourseOf(context)).Id, title, new Criterion("c1", looksAt, "", [new Level("l1", "Always", 4, ""), new Level("l2", "Rarely", 1, "")]));
        await world.Tool.AskAsync(db =>
        {
            db.Add(rubric);
            return db.SaveChangesAsync();
        });
        return rubric.Id;
    }

    private async Task IsNowAsync(MentoringYear year, string context, Action<Member> change)
    {
        var id = (await year.CourseOf(context)).Id;
        await world.Tool.AskAsync(async db =>
        {
            change(await db.Members.SingleAsync(member => member.CourseId == id && member.Subject == "teacher"));
            return await db.SaveChangesAsync();
        });
    }

    private async Task<List<Rubric>> RubricsAsync(MentoringYear year, string context)
    {
        var id = (await year.CourseOf(context)).Id;
        return await world.Tool.AskAsync(db => db.Rubrics.AsNoTracking().Where(rubric => rubric.CourseId == id).ToListAsync());
    }

    private static Task<Page> FindsAsync(Person person, string words)
    {
        person.Fills("Words in a rubric", words);
        return person.Clicks("Find");
    }

    private static List<string> Titles(Page page) => [.. page.Document.QuerySelectorAll(".row-title").Select(Page.Text)];
}

[Collection(OnSqlite.Name)]
public sealed class LibraryStoriesOnSqlite(SqliteWorld world) : LibraryStories(world);

[Collection(OnPostgres.Name)]
public sealed class LibraryStoriesOnPostgres(PostgresWorld world) : LibraryStories(world);
