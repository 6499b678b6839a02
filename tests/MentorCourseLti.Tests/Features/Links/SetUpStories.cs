using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Links;

/// <summary>An instructor chooses what a link opens.</summary>
public abstract class SetUpStories(World world)
{
    [Fact]
    public async Task A_new_reflection_has_good_defaults_and_opens_for_everyone()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.Link);
        var form = await course.Instructor.Clicks("A new reflection");
        form.FieldText("Title").ShouldBe("Reflection 1: Why I mentor");
        form.FieldText("Points").ShouldBe("20");
        form.FieldText("What do you ask of the mentors?").ShouldNotBeEmpty();
        await course.Instructor.Clicks("Create");

        var page = await course.Mentor().OpensLink(course.Link);
        page.Heading.ShouldBe("Reflection 1: Why I mentor");
        page.Says.ShouldContain("A moment, told closely");
    }

    [Fact]
    public async Task A_second_link_may_open_a_reflection_that_exists()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        string second = course.Course.Links[1].Id;
        await course.Instructor.OpensLink(second);
        await course.Instructor.Clicks("Open this one: The first meeting");
        course.Instructor.Page.Path.ShouldBe($"/reflections/{activity}/submissions");
        (await course.Mentor().OpensLink(second)).Path.ShouldBe($"/reflections/{activity}");
    }

    [Fact]
    public async Task Another_courses_reflection_cannot_be_chosen()
    {
        var (course, other) = (world.NewCourse(), world.NewCourse());
        var foreign = await other.IsSetUp();
        await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.Course.Links[1].Id);
        var page = await instructor.Posts(instructor.Page.Path, ("activity", foreign.ToString()));
        page.Says.ShouldContain("not in this course any more");
        (await instructor.Posts(page.Path, ("activity", "no guid"))).Says.ShouldContain("not in this course any more");
        (await course.Mentor().OpensLink(course.Course.Links[1].Id)).Heading.ShouldEndWith("is not ready yet");
    }

    [Fact]
    public async Task Two_who_choose_for_one_link_in_the_same_moment_leave_it_one_activity_with_its_one_column()
    {
        for (int round = 0; round < 5; round++)
        {
            var course = world.NewCourse();
            var activities = new[] { await course.IsSetUp(), await course.Instructor.SetsUp(course.Course.Links[1].Id) };
            string contested = course.Course.Links[2].Id;
            var instructors = new[] { course.Instructor, course.Mentor(25) };
            foreach (var instructor in instructors)
                await instructor.OpensLink(contested, role: "instructor");
            await Task.WhenAll(instructors.Zip(activities, (instructor, activity) => instructor.Posts(instructor.Page.Path, ("activity", $"{activity}"))));

            var own = new MentorCourseLti.Internship.Activities.ActivityId(activities[0]);
            var link = await course.Tool.AskAsync(db => db.Links.AsNoTracking().SingleAsync(one => one.LmsId == contested && db.Activities.Any(activity => activity.Id == own && activity.CourseId == one.CourseId)));
            var living = await course.Tool.AskAsync(db => db.GradeColumns.AsNoTracking().Where(column => column.LinkId == link.Id && column.RetiredAt == null).ToListAsync());
            living.Select(column => column.ActivityId).ShouldBe([link.ActivityId!.Value]);
            (await course.Instructor.OpensLink(contested)).Path.ShouldBe($"/reflections/{link.ActivityId}/submissions");
        }
    }

    [Fact]
    public async Task A_form_with_mistakes_says_them_beside_the_fields_and_keeps_what_was_typed()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.Link);
        await instructor.Clicks("A new reflection");
        instructor.Fills("Title", "");
        instructor.Fills("Points", "many");
        instructor.Fills("What do you ask of the mentors?", "Tell of one moment.");
        instructor.Fills("Due", "2027-02-06T23:59");
        instructor.Fills("Closes", "2027-02-01T12:00");
        var page = await instructor.Clicks("Create");

        page.Status.ShouldBe(200);
        Error(page, "Form_Title").ShouldBe("Give it a title: mentors see it in their list.");
        Error(page, "Form_Points").ShouldNotBeEmpty();
        Error(page, "closes").ShouldBe("It would close before it is due. Let it close later, or leave it empty.");
        page.FieldText("Points").ShouldBe("many");
        page.FieldText("What do you ask of the mentors?").ShouldBe("Tell of one moment.");
        page.FieldText("Due").ShouldStartWith("2027-02-06T23:59");

        instructor.Fills("Title", "Mended");
        instructor.Fills("Points", "12.5");
        instructor.Fills("Closes", "");
        (await instructor.Clicks("Create")).Says.ShouldContain("12.5 points");
    }

    [Theory]
    [InlineData("Title", "201")]
    [InlineData("Title", "blank")]
    [InlineData("What do you ask of the mentors?", "100001")]
    [InlineData("Points", "0")]
    [InlineData("Points", "-1")]
    [InlineData("Points", "1e400")]
    [InlineData("Due", "the day after tomorrow")]
    [InlineData("Due", "9999-12-31T23:59")]
    [InlineData("Due", "0001-01-01T00:00")]
    public async Task What_cannot_be_is_said_and_never_an_error_of_ours(string field, string value)
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.Link);
        await instructor.Clicks("A new reflection");
        instructor.Fills(field, value switch { "201" => new string('x', 201), "100001" => new string('x', 100_001), "blank" => " \t ", _ => value });
        var page = await instructor.Clicks("Create");
        page.Status.ShouldBe(200);
        page.Says.ShouldContain("something below needs your attention");
    }

    [Fact]
    public async Task Settings_can_be_changed_and_dates_are_read_in_the_courses_zone()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.Clicks("Settings");
        instructor.Fills("Title", "The second meeting");
        instructor.Fills("Due", "2027-02-06T23:59");
        instructor.Fills("Time zone of the course", "America/Phoenix");
        (await instructor.Clicks("Save")).Says.ShouldContain("gets the name “The second meeting”");
        var page = await instructor.Clicks("Save these changes");
        page.Heading.ShouldBe("The second meeting");
        page.Says.ShouldContain("Sat 6 Feb, 23:59 MST");
        page.Document.QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2027-02-07T06:59:00Z");
        var id = new MentorCourseLti.Internship.Activities.ActivityId(activity);
        (await course.Tool.AskAsync(db => db.Activities.SingleAsync(one => one.Id == id))).Title.ShouldBe("The second meeting");
    }

    [Fact]
    public async Task Two_instructors_who_set_up_the_same_link_make_no_muddle()
    {
        var course = world.NewCourse();
        var (one, two) = (course.Instructor, course.Mentor(25));
        await one.OpensLink(course.Link);
        await two.OpensLink(course.Link, role: "instructor");
        await one.Clicks("A new reflection");
        await two.Clicks("A new reflection");
        one.Fills("Title", "Of the first");
        two.Fills("Title", "Of the second");
        await one.Clicks("Create");
        await two.Clicks("Create");
        (await course.Mentor().OpensLink(course.Link)).Heading.ShouldBe("Of the first");
        (await one.GoesTo("/")).Says.ShouldContain("Of the second");
    }

    [Fact]
    public async Task A_page_that_was_open_meanwhile_does_not_undo_what_another_instructor_chose()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        string link = course.Course.Links[1].Id;
        var (one, two) = (course.Instructor, course.Mentor(25));
        await two.OpensLink(link, role: "instructor");
        await one.OpensLink(link);
        await one.Clicks("A new reflection");
        one.Fills("Title", "Of the first");
        string first = (await one.Clicks("Create")).Path;
        (await two.Clicks("Open this one: The first meeting")).Path.ShouldBe(first);
        (await course.Mentor().OpensLink(link)).Heading.ShouldBe("Of the first");
        (await course.Tool.AskAsync(db => db.GradeColumns.CountAsync(column => db.Links.Any(row => row.Id == column.LinkId && row.LmsId == link)))).ShouldBe(1);
    }

    private static string Error(Page page, string field) => Page.Text(page.Document.GetElementById($"{field}-error"));
}

[Collection(OnSqlite.Name)]
public sealed class SetUpStoriesOnSqlite(SqliteWorld world) : SetUpStories(world);

[Collection(OnPostgres.Name)]
public sealed class SetUpStoriesOnPostgres(PostgresWorld world) : SetUpStories(world);
