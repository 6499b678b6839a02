using MentorCourseLti.Tests.Drivers;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Features.Activities;

/// <summary>Settings say what they will change in the LMS and for grades before they do.</summary>
public abstract class SettingsStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_new_title_and_due_date_are_shown_and_then_stand_in_the_gradebook(string manner)
    {
        var (course, activity) = await SetUpAsync(manner);
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Title", "The second meeting");
        course.Instructor.Fills("Due", "2027-02-06T23:59");
        var page = await course.Instructor.Clicks("Save");
        page.Says.ShouldContain("gets the name “The second meeting”");
        page.Says.ShouldContain("gets the date Sat 6 Feb, 23:59 UTC");
        course.Column.Facts.Label.ShouldNotBe("The second meeting", "nothing is changed yet");

        await course.Instructor.Clicks("Save these changes");
        await Eventually.Is(() => course.Column.Facts.Label == "The second meeting", "the column has the new name");
        course.Column.Facts.EndDateTime.ShouldBe(new DateTimeOffset(2027, 2, 6, 23, 59, 0, TimeSpan.Zero));
        course.Column.Facts.ScoreMaximum.ShouldBe(20);
        course.Column.Facts.ResourceLinkId.ShouldBe(course.Link, "what we do not change is sent as it was");
        await Eventually.Is(async () => !(await course.Instructor.Reloads()).Says.Contains("is being changed", StringComparison.Ordinal), "the page says no more that it is being changed");
    }

    [Fact]
    public async Task Other_points_count_released_grades_anew_and_send_them_again()
    {
        var (course, activity) = await SetUpAsync();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "Read me.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 4 5", "Kept.");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(19);

        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Points", "10");
        var page = await course.Instructor.Clicks("Save");
        page.Says.ShouldContain("counts 10 points");
        page.Says.ShouldContain("1 released grade counts anew, out of 10, and is sent again.");
        await course.Instructor.Clicks("Save these changes");
        await Eventually.Is(() => course.Column.Facts.ScoreMaximum == 10 && course.GradeOf(mentor).Score == 9.5m, "the grade stands out of 10");
        page = await mentor.OpensLink(course.Link);
        page.Says.ShouldContain("9.5 of 10");
        page.Says.ShouldContain("Kept.");
    }

    [Fact]
    public async Task Who_confirms_has_seen_that_very_change()
    {
        var (course, activity) = await SetUpAsync();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Title", "Seen");
        await course.Instructor.Clicks("Save");
        course.Instructor.Fills("Title", "Not seen");
        (await course.Instructor.Clicks("Save these changes")).Says.ShouldContain("gets the name “Not seen”");
        course.Column.Facts.Label.ShouldNotBe("Not seen");
        // What changes nothing elsewhere is saved at once.
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("What do you ask of the mentors?", "What did you *hear*?");
        (await course.Instructor.Clicks("Save")).Path.ShouldEndWith("/submissions");
    }

    [Fact]
    public async Task A_due_date_that_makes_work_late_or_late_no_more_says_so()
    {
        var (course, activity) = await SetUpAsync();
        await course.Mentor().HandsIn(course.Link, "In time.");
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Due", "2026-02-06T23:59");
        (await course.Instructor.Clicks("Save")).Says.ShouldContain("1 that was handed in becomes late.");
        (await course.Instructor.Clicks("Save these changes")).Document.QuerySelectorAll("[data-state=late]").Length.ShouldBe(1);
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Due", "");
        var page = await course.Instructor.Clicks("Save");
        page.Says.ShouldContain("gets no date");
        page.Says.ShouldContain("1 that was late is late no more.");
    }

    [Theory]
    [InlineData(TroubleKind.Unavailable)]
    [InlineData(TroubleKind.Revoked)]
    public async Task A_change_that_the_LMS_could_not_take_is_tried_again(TroubleKind trouble)
    {
        var (course, activity) = await SetUpAsync();
        await course.RosterIsRead();
        course.Lms.Mischief.Cause(new Trouble(trouble) { Count = 1 });
        await RenameAsync(course, activity);
        await Eventually.Is(() => course.Column.Facts.Label == "Another name", "the column has the new name");
    }

    [Fact]
    public async Task A_column_that_is_gone_is_said()
    {
        var (course, activity) = await SetUpAsync();
        course.Lms.Campus.Remove(course.Column);
        await RenameAsync(course, activity);
        await Eventually.Is(
            async () => (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Says.Contains("could not be changed", StringComparison.Ordinal), "the page says that it could not be changed");
    }

    [Fact]
    public async Task Before_it_opens_mentors_see_when_and_nothing_more()
    {
        var (course, activity) = await SetUpAsync();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        await course.Instructor.See(course.Instructor.SendsFile($"/reflections/edit/{activity}?handler=Files", "reading.pdf", SampleFiles.Pdf));
        course.Instructor.Fills("Opens", "2099-02-06T08:00");
        await course.Instructor.Clicks("Save");
        if (course.Instructor.Page.Offers("Save these changes"))
            await course.Instructor.Clicks("Save these changes");

        var mentor = course.Mentor();
        var page = await mentor.OpensLink(course.Link);
        page.Says.ShouldContain("This opens Fri 6 Feb, 08:00 UTC.");
        page.Says.ShouldNotContain("stayed with you");
        page.Document.QuerySelectorAll(".files a").ShouldBeEmpty();
        (await mentor.GoesTo("/")).Says.ShouldContain("opens Fri 6 Feb, 08:00 UTC");
        await mentor.OpensLink(course.Link);
        (await mentor.GoesTo($"/reflections/{activity}/hand-in")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("2027-02-06T08:00", "", "2027-02-05T08:00", "It would close before it opens.")]
    [InlineData("2027-02-06T08:00", "2027-02-05T08:00", "", "It would be due before it opens.")]
    [InlineData("", "2027-02-06T08:00", "2027-02-05T08:00", "It would close before it is due.")]
    [InlineData("tomorrow", "", "", "This is not a date and time.")]
    public async Task Times_that_contradict_each_other_are_said_beside_the_field(string opens, string due, string closes, string says)
    {
        var (course, activity) = await SetUpAsync();
        foreach (string kind in new[] { "reflections", "logs" })
        {
            await course.Instructor.GoesTo(kind == "logs" ? "/logs/edit" : $"/reflections/edit/{activity}");
            course.Instructor.Fills("Opens", opens);
            course.Instructor.Fills("Due", due);
            course.Instructor.Fills("Closes", closes);
            var page = await course.Instructor.Clicks(kind == "logs" ? "Create" : "Save");
            page.Says.ShouldContain(says);
            page.FieldText("Closes").ShouldBe(closes);
        }
    }

    [Fact]
    public async Task A_closed_log_takes_no_entry()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Clicks("A mentoring log");
        course.Instructor.Fills("Closes", "2026-03-01T00:00");
        await course.Instructor.Clicks("Create");
        var page = await course.Mentor().Logs(course.Link, "Bo");
        page.Says.ShouldContain("This log is closed");
        page.FieldText("What did you do?").ShouldBe("We read a graph.");
    }

    private static async Task RenameAsync(Classroom course, Guid activity)
    {
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Title", "Another name");
        await course.Instructor.Clicks("Save");
        await course.Instructor.Clicks("Save these changes");
    }

    private async Task<(Classroom Course, Guid Activity)> SetUpAsync(string manner = LmsHost.Moodle)
    {
        var course = world.NewCourse(manner);
        return (course, await course.IsSetUp());
    }
}

[Collection(OnSqlite.Name)]
public sealed class SettingsStoriesOnSqlite(SqliteWorld world) : SettingsStories(world);

[Collection(OnPostgres.Name)]
public sealed class SettingsStoriesOnPostgres(PostgresWorld world) : SettingsStories(world);
