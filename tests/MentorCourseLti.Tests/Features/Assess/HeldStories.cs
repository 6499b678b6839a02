using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>Grades that are held and released together, and one that is taken back.</summary>
public abstract class HeldStories(World world)
{
    [Fact]
    public async Task What_is_held_is_released_together()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        Person[] mentors = [course.Mentor(), course.Mentor(1), course.Mentor(2)];
        foreach (var mentor in mentors)
            await mentor.HandsIn(course.Link, $"By {mentor.Name}.");
        var grader = course.Instructor;
        await grader.OpensWorkOf(mentors[0], activity);
        grader.Chooses("5 5 5 5");
        grader.Fills(Coursework.OverallComment, "Good.");
        (await grader.Clicks("Hold and next")).Says.ShouldContain("Saved and held");
        grader.Page.Heading.ShouldBe(mentors[1].Name);
        grader.Chooses("4 4 4 4");
        await grader.Clicks("Hold and next");
        // Without all its levels it is a draft, and no grade.
        grader.Chooses("5 5");
        await grader.Clicks("Save draft");
        (await mentors[0].OpensLink(course.Link)).Chip.ShouldBe("Handed in");

        await grader.GoesTo($"/reflections/{activity}/submissions");
        grader.Page.Says.ShouldContain("2 grades are complete and held");
        (await grader.Clicks("Release all 2")).Says.ShouldContain("2 grades are released and on their way to");
        grader.Page.Offers("Release all").ShouldBeFalse();
        await course.Settles(mentors[0]);
        await course.Settles(mentors[1]);
        course.GradeOf(mentors[0]).Score.ShouldBe(20);
        course.GradeOf(mentors[1]).Score.ShouldBe(16);
        (await mentors[0].OpensLink(course.Link)).Says.ShouldContain("Good.");
        (await mentors[2].OpensLink(course.Link)).Chip.ShouldBe("Handed in");
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_that_is_taken_back_is_hidden_and_leaves_the_gradebook_until_it_is_released_again(string manner)
    {
        var (course, mentor, activity) = await GradedAsync(manner);
        var page = await course.Instructor.Clicks("Take the grade back");
        page.Says.ShouldContain("Taken back.");
        page.Offers("Release").ShouldBeTrue();
        page.FieldText(Coursework.OverallComment).ShouldBe("Well seen.", "what was said stays with the graders");
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
        course.GradeOf(mentor).Score.ShouldBeNull();
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Handed in");
        mentor.Page.Says.ShouldNotContain("Well seen.");

        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Releases();
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(17);
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("17 of 20");
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_that_was_changed_in_the_LMS_meanwhile_stays_there(string manner)
    {
        var (course, mentor, _) = await GradedAsync(manner);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, 3);
        await course.Instructor.Clicks("Take the grade back");
        var delivery = await course.Settles(mentor);
        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.LeftAlone, DeliveryAnswer.ChangedByHand));
        course.GradeOf(mentor).Score.ShouldBe(3);
    }

    [Fact]
    public async Task A_grade_that_was_never_sent_is_taken_back_before_it_goes()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Settles(mentor);
        await course.Rests(TimeSpan.FromHours(1));
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 5");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Clicks("Take the grade back");
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Handed in");
        await course.Rests(TimeSpan.Zero);
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBeNull();
        course.HistoryOf(mentor).ShouldNotBeEmpty("the LMS heard of the work");
        course.HistoryOf(mentor).ShouldAllBe(received => received.Score.ScoreGiven == null);
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_that_arrived_unheard_of_is_taken_back_too(string manner)
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn(manner: manner);
        await course.Settles(mentor);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.LostAnswer) { Count = 1 });
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 2");
        await Eventually.Is(() => course.GradeOf(mentor).Score == 17, "it arrives");
        await course.Rests(TimeSpan.FromHours(1));
        var id = (await course.MemberOf(mentor)).Id;
        (await course.Tool.AskAsync(db => db.Deliveries.SingleAsync(delivery => delivery.MemberId == id))).IsInDoubt.ShouldBeTrue("nobody has asked yet");

        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Clicks("Take the grade back");
        await course.Rests(TimeSpan.Zero);
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
        course.GradeOf(mentor).Score.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_tabs_that_take_back_the_second_finds_it_done()
    {
        var (course, mentor, _) = await GradedAsync(LmsHost.Moodle);
        var other = new Person(course, course.Instructor.Id, course.Instructor.Browser);
        await other.See(course.Instructor.Browser.GetAsync(course.Instructor.Page.Url));
        await course.Instructor.Clicks("Take the grade back");
        (await other.Clicks("Take the grade back")).Status.ShouldBe(200);
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBeNull();
    }

    private async Task<(Classroom Course, Person Mentor, Guid Activity)> GradedAsync(string manner)
    {
        var (course, mentor, activity) = await world.HasWorkGraded("5 5 5 2", "Well seen.", manner);
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(17);
        await course.Instructor.OpensWorkOf(mentor, activity);
        return (course, mentor, activity);
    }
}

[Collection(OnSqlite.Name)]
public sealed class HeldStoriesOnSqlite(SqliteWorld world) : HeldStories(world);

[Collection(OnPostgres.Name)]
public sealed class HeldStoriesOnPostgres(PostgresWorld world) : HeldStories(world);
