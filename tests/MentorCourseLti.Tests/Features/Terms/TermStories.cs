using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Terms;

/// <summary>A whole term is set up in one go, moved by weeks, saved as a file and used again.</summary>
public abstract class TermStories(World world)
{
    [Theory]
    [InlineData("10", "Fri 5 Apr")]
    [InlineData("12", "Fri 19 Apr")]
    [InlineData("15", "Fri 10 May")]
    public async Task One_click_sets_up_a_whole_internship_with_prompts_rubrics_and_dates(string weeks, string last)
    {
        var course = await EmptyAsync();
        var instructor = course.Instructor;
        await instructor.Clicks("Set up a term");
        await ShowsAsync(instructor, weeks);
        instructor.Page.Says.ShouldContain("Goals for the term");
        await CountAsync(course, activities: 0);

        await instructor.Clicks("Set up this term");
        instructor.Page.Heading.ShouldBe($"A term of {weeks} weeks");
        instructor.Page.Says.ShouldContain(last);
        await CountAsync(course, activities: 8);
        (await course.Tool.AskAsync(async db => await db.Rubrics.CountAsync(rubric => db.Activities.Any(activity => activity.RubricId == rubric.Id && activity.CourseId == rubric.CourseId)))).ShouldBeGreaterThanOrEqualTo(7);
        (await instructor.GoesTo("/")).Says.ShouldContain("Looking back on the term");
    }

    [Fact]
    public async Task Weeks_off_are_skipped_and_single_days_off_move_to_the_day_after()
    {
        var course = await EmptyAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo("/term/new");
        await BreakAsync(instructor, 0, "Spring break", "2030-03-11", "2030-03-15");
        await BreakAsync(instructor, 1, "Founders’ day", "2030-02-01", "");
        await ShowsAsync(instructor, "10");
        // Week 1 is that of 28 January; its Friday is a day off, and what follows the break comes a week later.
        instructor.Page.Says.ShouldContain("Week 1 · due Sat 2 Feb");
        instructor.Page.Says.ShouldContain("Week 10 · due Fri 12 Apr");
        await instructor.Clicks("Set up this term");
        instructor.Page.Says.ShouldContain("Spring break");
    }

    [Theory]
    [InlineData("Spring break", "2030-03-15", "2030-03-11", "It ends before it starts.")]
    [InlineData("", "2030-03-11", "2030-03-15", "Give the break a name.")]
    [InlineData("Summer", "2031-07-01", "2031-07-10", "No day of it lies in the term.")]
    [InlineData("Spring break", "soon", "", "Say a date.")]
    public async Task A_break_that_cannot_be_is_said_beside_its_field_and_nothing_is_made(string name, string from, string to, string says)
    {
        var course = await EmptyAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo("/term/new");
        await BreakAsync(instructor, 0, name, from, to);
        await ShowsAsync(instructor, "10");
        instructor.Page.Document.QuerySelectorAll(".error").Select(Page.Text).ShouldContain(says);
        instructor.Page.Offers("Set up this term").ShouldBeFalse();
        await CountAsync(course, activities: 0);
    }

    [Fact]
    public async Task A_week_and_all_that_follow_move_once_it_was_shown_what_that_changes()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo("/term");
        await instructor.Clicks("Move week 5 and all that follow a week later");
        instructor.Page.Says.ShouldContain("Halfway: Fri 1 Mar, 23:59");
        instructor.Page.Says.ShouldNotContain("After the first meeting:", customMessage: "week 3 stays");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-01");

        await instructor.Clicks("Move them");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-08");
        (await DueAsync(course, "Looking back on the term")).ShouldBe("2030-04-12");
        (await DueAsync(course, "After the first meeting")).ShouldBe("2030-02-15");
        instructor.Page.Says.ShouldContain("Week off before week 5");

        await instructor.Clicks("Move week 5 and all that follow a week earlier");
        await instructor.Clicks("Move them");
        (await DueAsync(course, "Looking back on the term")).ShouldBe("2030-04-05");
    }

    [Fact]
    public async Task A_moved_week_moves_the_columns_in_the_gradebook()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.Link);
        await instructor.Clicks("Open this one: Halfway");
        await instructor.GoesTo("/term");
        await instructor.Clicks("Move week 5 and all that follow a week later");
        await instructor.Clicks("Move them");
        await Eventually.Is(() => Task.FromResult(course.Column.Facts.EndDateTime?.UtcDateTime.ToString("yyyy-MM-dd", null) is "2030-03-08" or "2030-03-09"), "the column has the new date");
    }

    [Fact]
    public async Task A_date_that_is_set_by_hand_has_a_place_of_its_own_and_moves_with_its_week()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        var id = await IdAsync(course, "Halfway");
        await instructor.GoesTo($"/reflections/edit/{id}");
        instructor.Fills("Due", "2030-03-13T12:00");
        await instructor.Clicks("Save");
        await instructor.GoesTo("/term");
        // Another week than before moves it: the seventh.
        await instructor.Clicks("Move week 7 and all that follow a week later");
        instructor.Page.Says.ShouldContain("Halfway: Wed 13 Mar, 12:00");
        await instructor.Clicks("Move them");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-20");
    }

    [Fact]
    public async Task A_term_gets_another_first_day_and_fewer_weeks_only_where_nothing_is_due_in_those()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo("/term");
        await instructor.Clicks("Change the term");
        instructor.Fills("Weeks", "9");
        (await instructor.Clicks("Save")).Says.ShouldContain("“Looking back on the term” is due in week 10. Move it to an earlier week first");
        instructor.Fills("Weeks", "10");
        instructor.Fills("First day", "2030-02-04");
        await instructor.Clicks("Save");
        instructor.Page.Says.ShouldContain("Saving this moves dates.");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-01", "not before it was seen");
        await instructor.Clicks("Move them");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-08");
    }

    [Fact]
    public async Task Two_who_move_weeks_at_once_notice_one_another()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo("/term");
        await instructor.Clicks("Move week 5 and all that follow a week later");
        var late = instructor.Page;
        await instructor.Clicks("Move them");
        await instructor.See(instructor.Browser.SubmitAsync(late.Document.QuerySelector<IHtmlFormElement>("form[action$='Move']")!, (IHtmlElement)late.Clickable("Move them")));
        instructor.Page.Says.ShouldContain("nothing was changed");
        (await DueAsync(course, "Halfway")).ShouldBe("2030-03-08");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_sets_up_one_term()
    {
        var course = await TermAsync();
        var sent = course.Instructor.Browser.Requests.Last(request => request.Method == HttpMethod.Post);
        await course.Instructor.See(course.Instructor.Browser.SendAsync(sent));
        course.Instructor.Page.Path.ShouldBe("/term");
        await CountAsync(course, activities: 8);
    }

    [Fact]
    public async Task A_term_saved_as_a_file_sets_up_the_same_term_elsewhere()
    {
        var course = await TermAsync();
        string file = (await course.Instructor.GoesTo("/term/file")).Body;
        file.ShouldContain("Gibbs");
        var other = await EmptyAsync();
        var instructor = other.Instructor;
        await FilesAsync(instructor, file);
        instructor.Page.Says.ShouldContain("Halfway");
        await instructor.Clicks("Set up this term");
        (await instructor.GoesTo("/term/file")).Body.ShouldBe(file.Replace(TitleOf(file), TitleOf(instructor.Page.Body), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_carries_the_rules_too()
    {
        var course = await TermAsync();
        var instructor = course.Instructor;
        await instructor.GoesTo($"/reflections/edit/{await IdAsync(course, "Halfway")}");
        instructor.Fills("Loses a day, in %", "10");
        await instructor.Clicks("Save");
        await instructor.GoesTo("/standing/edit");
        await instructor.Clicks("Create");
        string file = (await instructor.GoesTo("/term/file")).Body;
        var other = await EmptyAsync();
        await FilesAsync(other.Instructor, file);
        await other.Instructor.Clicks("Set up this term");
        var halfway = await IdAsync(other, "Halfway");
        (await other.Tool.AskAsync(db => db.Activities.Where(one => one.Id == halfway).Select(one => one.Late).SingleAsync())).ShouldBe(new LatePolicy(0, 10, 0));
        var participation = await IdAsync(other, "Participation");
        (await other.Tool.AskAsync(db => db.Activities.Where(one => one.Id == participation).Select(one => one.Participation).SingleAsync()))!.Parts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "Choose a file, or paste what is in it.")]
    [InlineData("{ \"format\": ", "The file cannot be read: look at line 1")]
    [InlineData("{ \"name\": 1 }", "The file cannot be read: look at line 1")]
    [InlineData("{ \"format\": \"other\" }", "This is no file of a term.")]
    [InlineData("group,mentor,mentee", "The file cannot be read: look at line 1")]
    [InlineData("{ \"format\": \"mentor-course-term/1\", \"weeks\": 10, \"activities\": [] }", "“activities” must be a list of 1 to 60 activities.")]
    [InlineData("""{ "format": "mentor-course-term/1", "weeks": 10, "activities": [ { "kind": "poem", "title": "An ode", "week": 12, "points": 0, "prompt": [ "Sing." ] } ] }""", "Activity 1 “An ode”: “kind” must be “reflection”, “log” or “participation”.")]
    [InlineData("""{ "format": "mentor-course-term/1", "weeks": 10, "activities": [ { "kind": "reflection", "title": "A", "week": 12, "points": 5, "prompt": [ "B" ] } ] }""", "“week” must be from 1 to 10.")]
    public async Task A_file_that_is_wrong_anywhere_says_where_and_sets_up_nothing(string file, string says)
    {
        var course = await EmptyAsync();
        await FilesAsync(course.Instructor, file);
        course.Instructor.Page.Says.ShouldContain(says);
        course.Instructor.Page.FieldText("Or what is in it").ShouldBe(file);
        course.Instructor.Page.Offers("Set up this term").ShouldBeFalse();
        await CountAsync(course, activities: 0);
    }

    [Fact]
    public async Task Last_years_course_of_the_same_person_can_be_taken_over_and_nobody_elses()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        var page = await OpensAsync(lms, browser, "oak", "wood");
        page = await browser.GetAsync(new Uri(page.Url, page.Visit + "/term/new"));
        page = await SetsUpAsync(browser, page);
        page.Heading.ShouldBe("A term of 15 weeks");

        page = await OpensAsync(lms, browser, "oak", "wood-2");
        page = await browser.GetAsync(new Uri(page.Url, page.Visit + "/term/new"));
        page.Says.ShouldContain("The wood");
        var source = page.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Source']").Single(input => Guid.TryParse(input.Value, out _));
        source.IsChecked = true;
        page = await SetsUpAsync(browser, page);
        page.Heading.ShouldBe("A term of 15 weeks");
        page.Says.ShouldContain("Halfway");

        using var stranger = new Browser();
        page = await OpensAsync(lms, stranger, "elm", "meadow");
        page = await stranger.GetAsync(new Uri(page.Url, page.Visit + "/term/new"));
        page.Says.ShouldNotContain("The wood");
        var form = page.Document.QuerySelector<IHtmlFormElement>("form[enctype]")!;
        page.Document.QuerySelector<IHtmlInputElement>("input[value=ready]")!.Value = source.Value;
        (await stranger.SubmitAsync(form, (IHtmlElement)page.Clickable("Show the dates"))).Says.ShouldContain("Choose where the activities come from.");
    }

    private async Task<Classroom> EmptyAsync()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        if (course.Instructor.Page.Path != "/")
            await course.Instructor.GoesTo("/");
        return course;
    }

    /// <summary>Ten weeks from 28 January 2030.</summary>
    private async Task<Classroom> TermAsync()
    {
        var course = await EmptyAsync();
        await course.Instructor.GoesTo("/term/new");
        await ShowsAsync(course.Instructor, "10");
        await course.Instructor.Clicks("Set up this term");
        course.Instructor.Page.Path.ShouldBe("/term", course.Instructor.Page.Says);
        return course;
    }

    private static Task<Page> ShowsAsync(Person instructor, string weeks)
    {
        instructor.Fills("First day", "2030-01-28");
        instructor.Fills("Weeks", weeks);
        return instructor.Clicks("Show the dates");
    }

    private static async Task FilesAsync(Person instructor, string file)
    {
        await instructor.GoesTo("/term/new");
        instructor.Page.Document.QuerySelector<IHtmlInputElement>("input[name='Form.Source'][value=file]")!.IsChecked = true;
        instructor.Fills("Or what is in it", file);
        await ShowsAsync(instructor, "10");
    }

    private static Task BreakAsync(Person instructor, int line, string name, string from, string to)
    {
        foreach (var (field, value) in new[] { ("Name", name), ("From", from), ("To", to) })
            instructor.Page.Document.QuerySelector<IHtmlInputElement>($"input[name='Form.Breaks[{line}].{field}']")!.SetAttribute("value", value);
        return Task.CompletedTask;
    }

    private static Task<Page> OpensAsync(SignedPlatform lms, Browser browser, string subject, string course) => lms.LaunchAsync(browser, subject, claims =>
    {
        claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor);
        claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = course, ["title"] = course == "wood" ? "The wood" : course };
        claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = course, ["title"] = "Home" };
    });

    private static async Task<Page> SetsUpAsync(Browser browser, Page page)
    {
        page = await browser.SubmitAsync(page.Document.QuerySelector<IHtmlFormElement>("form[enctype]")!, (IHtmlElement)page.Clickable("Show the dates"));
        return await browser.SubmitAsync(page.Document.QuerySelector<IHtmlFormElement>("form[enctype]")!, (IHtmlElement)page.Clickable("Set up this term"));
    }

    private static async Task CountAsync(Classroom course, int activities)
    {
        var id = await course.FindId();
        (await course.Tool.AskAsync(db => db.Activities.CountAsync(activity => activity.CourseId == id))).ShouldBe(activities);
    }

    /// <summary>The day, in the course's zone, on which an activity is due.</summary>
    private static async Task<string> DueAsync(Classroom course, string title)
    {
        var id = await course.FindId();
        var (due, zone) = await course.Tool.AskAsync(async db => (await Of(db, id, title).Select(activity => activity.DueAt).SingleAsync(), await db.Courses.Where(one => one.Id == id).Select(one => one.TimeZone).SingleAsync()));
        return TimeZoneInfo.ConvertTime(due!.Value, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd", null);
    }

    private static async Task<ActivityId> IdAsync(Classroom course, string title)
    {
        var id = await course.FindId();
        return await course.Tool.AskAsync(db => Of(db, id, title).Select(activity => activity.Id).SingleAsync());
    }

    private static IQueryable<Activity> Of(CourseDb db, CourseId course, string title) => db.Activities.Where(activity => activity.CourseId == course && activity.Title == title);

    private static string TitleOf(string file) => JsonNode.Parse(file)!["title"]!.GetValue<string>();
}

[Collection(OnSqlite.Name)]
public sealed class TermStoriesOnSqlite(SqliteWorld world) : TermStories(world);

[Collection(OnPostgres.Name)]
public sealed class TermStoriesOnPostgres(PostgresWorld world) : TermStories(world);
