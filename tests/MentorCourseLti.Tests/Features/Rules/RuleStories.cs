using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Rules;

/// <summary>Late work, extensions, excuses and second tries: the rule as the mentor reads it, and the grade that comes of it.</summary>
public abstract class RuleStories(World world)
{
    private const string Sentence = "Up to 1 hour late costs nothing. Later work loses 10 % of the points for each day that has begun since it was due, but lateness takes no score below 50 % of the points.";

    [Fact]
    public async Task Late_work_loses_what_the_sentence_says_and_the_mentor_reads_the_very_sentence()
    {
        var (course, activity) = await DueAsync(daysAgo: 1.5);
        (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldContain(Sentence);
        var mentor = course.Mentor();
        (await mentor.OpensLink(course.Link)).Says.ShouldContain(Sentence);
        await mentor.Writes("Late, but here.");
        await mentor.HandsIn();

        await course.Instructor.OpensWorkOf(mentor, activity);
        course.Instructor.Page.Says.ShouldContain("2 days late: 4 points were taken");
        await course.Instructor.Grades("5 5 5 5", "Good.");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(16);
        course.LastOf(mentor).Comment.ShouldBe("Good.\n\nLate by 2 days: 4 points were taken.");
        (await mentor.Reloads()).Says.ShouldContain("16 of 20");
        mentor.Page.Says.ShouldContain("2 days late: 4 points were taken.");
    }

    [Fact]
    public async Task A_changed_rule_shows_whose_grades_it_changes_and_sends_only_those()
    {
        var (course, activity) = await DueAsync(daysAgo: 1.5);
        var (late, early) = (course.Mentor(), course.Mentor(1));
        await GradesAsync(course, activity, late, "5 5 5 5");
        await HandedInAsync(course, early, activity, daysAgo: 3);
        await course.Instructor.OpensWorkOf(early, activity);
        await course.Instructor.Grades("5 5 5 0");
        await course.Settles(early);
        int sent = course.HistoryOf(early).Count;

        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Loses a day, in %", "20");
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Says.ShouldContain($"1 released grade counts otherwise and is sent again: {late.Name} 16 → 12.");
        course.GradeOf(late).Score.ShouldBe(16, "not before it was seen");
        await course.Instructor.Clicks("Save");
        await Eventually.Is(() => Task.FromResult(course.GradeOf(late).Score == 12), "the grade is sent again");
        await course.Settles(early);
        course.HistoryOf(early).Count.ShouldBe(sent, "nothing changed for the other");
    }

    [Fact]
    public async Task An_extension_that_would_end_before_everybodys_date_is_not_given()
    {
        var (course, activity) = await DueAsync(daysAgo: -3);
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await OpensAllowanceAsync(course, activity, mentor);
        course.Instructor.Fills("Due for them", Coursework.LocalIn(days: 1));
        (await course.Instructor.Clicks("Save")).Says.ShouldContain("An extension ends after everybody's due date, which is");
        (await world.Tool.AskAsync(db => db.Allowances.CountAsync(one => one.ActivityId == new ActivityId(activity)))).ShouldBe(0);
    }

    [Theory]
    [InlineData("0", "", "", "Above 0 and at most 100 %.")]
    [InlineData("10", "-1", "", "From 0 to 336 hours.")]
    [InlineData("10", "", "100", "At 100 % nothing would ever be taken: the two contradict each other.")]
    [InlineData("", "5", "", "Say how much late work loses a day")]
    public async Task A_rule_that_contradicts_itself_is_said_beside_its_field_and_not_saved(string percent, string grace, string floor, string says)
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Loses a day, in %", percent);
        course.Instructor.Fills("Free hours", grace);
        course.Instructor.Fills("Not below, in %", floor);
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Document.QuerySelectorAll(".error").Select(Page.Text).ShouldContain(error => error.StartsWith(says, StringComparison.Ordinal));
        course.Instructor.Page.FieldText("Loses a day, in %").ShouldBe(percent);
        (await course.Tool.AskAsync(db => db.Activities.Where(one => one.Id == new ActivityId(activity)).Select(one => one.Late).SingleAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task An_extension_for_one_mentor_gives_back_what_was_taken_and_touches_nobody_else()
    {
        var (course, activity) = await DueAsync(daysAgo: 1.5);
        var (mentor, other) = (course.Mentor(), course.Mentor(1));
        await GradesAsync(course, activity, mentor, "5 5 5 5");
        await GradesAsync(course, activity, other, "5 5 5 5");

        await course.Instructor.GoesTo($"/reflections/{activity}/submissions");
        await course.Instructor.Clicks($"Extension or excuse for {mentor.Name}");
        course.Instructor.Fills("Due for them", Coursework.LocalIn(days: 1));
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Says.ShouldContain("The released grade counts 20 instead of 16 by this");
        await course.Instructor.Clicks("Save and send");
        await Eventually.Is(() => Task.FromResult(course.GradeOf(mentor).Score == 20), "the grade is sent again");
        course.GradeOf(other).Score.ShouldBe(16);
        course.Instructor.Page.Says.ShouldContain("due for them");
        (await mentor.Reloads()).Says.ShouldContain("Due for you");
        (await other.Reloads()).Says.ShouldNotContain("Due for you");
    }

    [Fact]
    public async Task An_extension_keeps_a_closed_reflection_open_for_its_mentor_alone()
    {
        var course = world.NewCourse();
        var activity = await course.Instructor.SetsUp(course.Link, due: Coursework.LocalIn(days: -3), closes: Coursework.LocalIn(days: -2));
        var (mentor, other) = (course.Mentor(), course.Mentor(1));
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("closed");
        await other.OpensLink(course.Link);
        await AllowsAsync(course, activity, mentor, due: Coursework.LocalIn(days: 1));

        await mentor.Reloads();
        await mentor.Writes("In time for me.");
        (await mentor.HandsIn()).Chip.ShouldBe("Handed in");
        mentor.Page.Says.ShouldNotContain("Late");
        (await other.Reloads()).Offers("Save draft").ShouldBeFalse();
    }

    [Fact]
    public async Task Excused_work_is_not_asked_for_and_either_date_or_excuse_is_given()
    {
        var course = world.NewCourse();
        var activity = await course.Instructor.SetsUp(course.Link, due: Coursework.LocalIn(days: 2));
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await OpensAllowanceAsync(course, activity, mentor);
        course.Instructor.Checks("Not asked of them");
        course.Instructor.Fills("Due for them", Coursework.LocalIn(days: 5));
        (await course.Instructor.Clicks("Save")).Says.ShouldContain("Either it is due later, or it is not asked of them");
        course.Instructor.Fills("Due for them", "");
        (await course.Instructor.Clicks("Save")).Says.ShouldContain("Excused");
        (await mentor.GoesTo("/")).Says.ShouldContain("Excused");
        mentor.Page.Document.QuerySelector(".row-next-up").ShouldBeNull();
        (await course.Instructor.GoesTo("/")).Says.ShouldNotContain($"{mentor.Name}");
    }

    [Fact]
    public async Task Graded_work_may_be_worked_over_until_a_date_and_the_newest_grade_counts()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("May be handed in again until", Coursework.LocalIn(days: 3));
        await course.Instructor.Clicks("Save");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "First try.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("2 2 2 2", "And then?");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(8);

        await mentor.Reloads();
        mentor.Page.Says.ShouldContain("you may hand it in again until");
        await mentor.Clicks("Work it over");
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("First try.");
        await mentor.Writes("Second try.");
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("Second try.", "the page stays with the editor");
        // Until it is handed in, the grade stands.
        (await mentor.GoesTo($"/reflections/{activity}")).Chip.ShouldBe("Graded");
        await mentor.Clicks("Work it over");
        await mentor.HandsIn();
        mentor.Page.Chip.ShouldBe("Handed in");
        mentor.Page.Says.ShouldContain("What was said of your earlier attempt");
        mentor.Page.Says.ShouldContain("And then?");
        course.GradeOf(mentor).Score.ShouldBe(8, "the first grade stands until the second");

        await course.Instructor.OpensWorkOf(mentor, activity);
        course.Instructor.Page.Says.ShouldContain("Second try.");
        await course.Instructor.Grades("5 5 5 5", "That is it.");
        await Eventually.Is(() => Task.FromResult(course.GradeOf(mentor).Score == 20), "the second grade arrives");
        (await mentor.Reloads()).Says.ShouldContain("20 of 20");
    }

    [Fact]
    public async Task A_second_try_that_is_taken_back_leaves_the_first_with_its_grade()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("May be handed in again until", Coursework.LocalIn(days: 3));
        await course.Instructor.Clicks("Save");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "First try.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("2 2 2 2");
        await mentor.Reloads();
        await mentor.Clicks("Work it over");
        await mentor.Writes("Second try.");
        await mentor.HandsIn();
        await mentor.Clicks("Take it back");
        mentor.Page.Chip.ShouldBe("Graded");
        mentor.Page.Says.ShouldContain("8 of 20");
        await mentor.Clicks("Work it over");
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("Second try.");
    }

    [Fact]
    public async Task Nobody_hands_in_again_where_no_rule_allows_it()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.HandsIn(course.Link, "Only try.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("2 2 2 2");
        await mentor.Reloads();
        mentor.Page.Offers("Work it over").ShouldBeFalse();
        (await mentor.GoesTo($"/reflections/{activity}?again=true")).Offers("Save draft").ShouldBeFalse();
        (await mentor.GoesTo($"/reflections/{activity}/hand-in")).Path.ShouldBe($"/reflections/{activity}");
    }

    /// <summary>A reflection that was due some days ago, with a rule for late work.</summary>
    private async Task<(Classroom Course, Guid Activity)> DueAsync(double daysAgo)
    {
        var course = world.NewCourse();
        var activity = await course.Instructor.SetsUp(course.Link, due: Coursework.LocalIn(-daysAgo));
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Fills("Loses a day, in %", "10");
        course.Instructor.Fills("Free hours", "1");
        course.Instructor.Fills("Not below, in %", "50");
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Path.ShouldEndWith("/submissions", customMessage: course.Instructor.Page.Says);
        return (course, activity);
    }

    private static async Task GradesAsync(Classroom course, Guid activity, Person mentor, string levels)
    {
        await mentor.HandsIn(course.Link, "Late, but here.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades(levels);
        await course.Settles(mentor);
    }

    /// <summary>Hands in, as if some days ago.</summary>
    private static async Task HandedInAsync(Classroom course, Person mentor, Guid activity, int daysAgo)
    {
        await mentor.HandsIn(course.Link, "Early.");
        var member = await course.MemberOf(mentor);
        var at = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        await course.Tool.AskAsync(db => db.Attempts.Where(attempt => db.Submissions.Any(one => one.Id == attempt.SubmissionId && one.MemberId == member.Id && one.ActivityId == new ActivityId(activity)))
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.HandedInAt, at)));
    }

    private static async Task AllowsAsync(Classroom course, Guid activity, Person mentor, string due)
    {
        await OpensAllowanceAsync(course, activity, mentor);
        course.Instructor.Fills("Due for them", due);
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Path.ShouldEndWith("/submissions", customMessage: course.Instructor.Page.Says);
    }

    private static async Task OpensAllowanceAsync(Classroom course, Guid activity, Person mentor)
    {
        await course.Instructor.GoesTo($"/reflections/{activity}/submissions");
        await course.Instructor.Clicks($"Extension or excuse for {mentor.Name}");
    }
}

[Collection(OnSqlite.Name)]
public sealed class RuleStoriesOnSqlite(SqliteWorld world) : RuleStories(world);

[Collection(OnPostgres.Name)]
public sealed class RuleStoriesOnPostgres(PostgresWorld world) : RuleStories(world);
