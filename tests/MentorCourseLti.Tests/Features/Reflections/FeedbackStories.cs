using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Reflections;

/// <summary>Feedback goes both ways: it is read, answered, and taken up in a later reflection.</summary>
public abstract class FeedbackStories(World world)
{
    [Fact]
    public async Task The_grader_sees_whether_feedback_was_read_and_what_its_mentor_says_to_it()
    {
        var (course, mentor, activity) = await GradedAsync();
        (await course.Instructor.OpensWorkOf(mentor, activity)).Says.ShouldContain("Not read yet.");
        await mentor.OpensLink(course.Link);
        mentor.Fills("Your answer", "I asked her, and she laughed.");
        (await mentor.Clicks("Keep it")).FieldText("Your answer").ShouldBe("I asked her, and she laughed.");

        await course.Instructor.Reloads();
        course.Instructor.Page.Says.ShouldContain("I asked her, and she laughed.");
        course.Instructor.Page.Says.ShouldNotContain("Not read yet.");
        // A change of the grade is to be read anew; the answer stays.
        await course.Instructor.Grades("4 4 4 4", "Even better, once more.");
        (await course.Instructor.OpensWorkOf(mentor, activity)).Says.ShouldContain("The last change was not read yet.");
        course.Instructor.Page.Says.ShouldContain("she laughed");
        await mentor.OpensLink(course.Link);
        await course.Instructor.Reloads();
        course.Instructor.Page.Says.ShouldNotContain("not read yet");
    }

    [Fact]
    public async Task What_is_taken_up_stands_beside_the_next_reflection_for_its_writer_and_its_grader()
    {
        var (course, mentor, _) = await GradedAsync();
        var next = await course.Instructor.SetsUp(course.Course.Links[1].Id, title: "The second");
        await mentor.OpensLink(course.Link);
        mentor.Fills("I take it up in", $"{next}");
        await mentor.Clicks("Keep it");
        var page = await mentor.OpensLink(course.Course.Links[1].Id);
        page.Says.ShouldContain("Taken up here: feedback on “The first meeting”");
        page.Says.ShouldContain("Ask her next time.");

        await mentor.Writes("I asked.");
        await mentor.HandsIn();
        (await course.Instructor.OpensWorkOf(mentor, next)).Says.ShouldContain("Ask her next time.");
        await course.Instructor.GoesTo("/");
        (await mentor.OpensLink(course.Link)).FieldText("I take it up in").ShouldBe($"{next}", "it stays chosen although that one is handed in");
    }

    [Fact]
    public async Task Two_windows_do_not_overwrite_one_anothers_answer_unseen()
    {
        var (course, mentor, _) = await GradedAsync();
        await mentor.OpensLink(course.Link);
        var other = new Person(course, mentor.Id, mentor.Browser);
        await other.See(mentor.Browser.GetAsync(mentor.Page.Url));
        mentor.Fills("Your answer", "The first.");
        await mentor.Clicks("Keep it");
        other.Fills("Your answer", "The second.");
        var page = await other.Clicks("Keep it");
        page.Says.ShouldContain("You changed your answer in another window.");
        page.FieldText("Your answer").ShouldBe("The second.");
        (await other.Clicks("Keep it")).FieldText("Your answer").ShouldBe("The second.");
        other.Fills("Your answer", new string('x', 4_001));
        (await other.Clicks("Keep it")).Says.ShouldContain("at most 4,000 characters");
        other.Page.FieldText("Your answer").Length.ShouldBe(4_001);
    }

    private Task<(Classroom Course, Person Mentor, Guid Activity)> GradedAsync() => world.HasWorkGraded("5 5 5 5", "Ask her next time.");
}

[Collection(OnSqlite.Name)]
public sealed class FeedbackStoriesOnSqlite(SqliteWorld world) : FeedbackStories(world);

[Collection(OnPostgres.Name)]
public sealed class FeedbackStoriesOnPostgres(PostgresWorld world) : FeedbackStories(world);
