using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Features.Deliveries;

/// <summary>What an instructor reads of grades on their way.</summary>
public abstract class ReceiptStories(World world)
{
    [Fact]
    public async Task A_receipt_says_what_was_sent_and_what_the_gradebook_shows()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        await course.Delivers(mentor, 17, "Well heard.");
        await course.Instructor.GoesTo("/deliveries");
        course.Instructor.Page.Says.ShouldContain("17 of 20");
        var page = await course.Instructor.Clicks(mentor.Name);
        page.Chip.ShouldBe("Sent");
        page.Says.ShouldContain("Moodle took it.");
        page.Says.ShouldContain("The gradebook of Moodle shows 17 of 20.");
        page.Says.ShouldContain("Well heard.");
        page.Says.ShouldContain("(200)");
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("All grades are in Moodle");
    }

    [Fact]
    public async Task A_grade_changed_by_hand_is_left_and_the_receipt_says_so_until_it_is_sent_again()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        await course.Wants(mentor, 10, ago: TimeSpan.FromMinutes(2));
        await course.Settles(mentor);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, 18);
        await course.Wants(mentor, 12, ago: TimeSpan.FromMinutes(1));
        var delivery = await course.Settles(mentor);

        var page = await course.Instructor.GoesTo($"/deliveries/{delivery.Id}");
        page.Chip.ShouldBe("Left alone");
        page.Says.ShouldContain("The grade was changed by hand in the gradebook of Moodle; we leave it.");

        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, score: null);
        await course.Instructor.Clicks("Send again");
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
        course.GradeOf(mentor).Score.ShouldBe(12);
    }

    [Fact]
    public async Task What_waits_for_an_LMS_in_trouble_says_when_it_is_tried_again()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.Throttled) { RetryAfterSeconds = 600 });
        await course.Wants(mentor, 17);
        await Eventually.Is(async () => (await course.FindDelivery(mentor))?.Tries == 1, "it was tried once");
        course.Lms.Mischief.End();
        var delivery = (await course.FindDelivery(mentor))!;
        var page = await course.Instructor.GoesTo($"/deliveries/{delivery.Id}");
        page.Chip.ShouldBe("Trying again");
        page.Says.ShouldContain("Moodle could not take it yet. The next try is at");
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("1 grade is on its way");
        delivery.NextTryAt.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(8));
    }

    [Fact]
    public async Task All_that_were_refused_are_sent_again_by_one_button()
    {
        var course = world.NewCourse();
        var mentors = new[] { course.Mentor(0), course.Mentor(1) };
        var activity = await course.IsReady(mentors);
        var delivered = course.Mentor(2);
        await delivered.OpensLink(course.Link);
        await course.Delivers(delivered, 20);
        var facts = course.Column.Facts;
        course.Lms.Campus.Remove(course.Column);
        foreach (var mentor in mentors)
        {
            await course.Wants(mentor, 17);
            (await course.Settles(mentor)).LastAnswer.ShouldBe(DeliveryAnswer.ColumnGone);
        }

        (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldContain("2 grades could not be delivered");
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("2 grades need a look");
        var page = await course.Instructor.GoesTo($"/deliveries?activity={activity}");
        page.Says.ShouldContain("2 grades could not be delivered to Moodle");
        await course.Instructor.Clicks("Send all of them again");
        foreach (var mentor in mentors)
            (await course.Settles(mentor)).LastAnswer.ShouldBe(DeliveryAnswer.ColumnGone, "it is gone still");

        // Another column in its place, which the next launch names, gets every grade by itself.
        var column = course.Lms.Campus.AddLineItem(course.Course, facts);
        await course.Mentor(3).OpensLink(course.Link);
        foreach (var mentor in mentors.Append(delivered))
            (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
        column.Cells.Keys.ShouldBe(mentors.Append(delivered).Select(mentor => mentor.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task An_empty_list_says_what_will_appear()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        (await course.Instructor.GoesTo("/deliveries")).Says.ShouldContain("When you release a grade it goes to Moodle by itself");
        (await course.Instructor.GoesTo("/deliveries?p=-5")).Status.ShouldBe(200);
        (await course.Instructor.GoesTo("/deliveries?p=99999999999999")).Status.ShouldBeLessThan(500);
    }
}

[Collection(OnSqlite.Name)]
public sealed class ReceiptStoriesOnSqlite(SqliteWorld world) : ReceiptStories(world);

[Collection(OnPostgres.Name)]
public sealed class ReceiptStoriesOnPostgres(PostgresWorld world) : ReceiptStories(world);
