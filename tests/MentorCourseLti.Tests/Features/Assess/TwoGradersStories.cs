using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>Two graders on one attempt, and an attempt that is taken back under a grader's hands.</summary>
public abstract class TwoGradersStories(World world)
{
    [Fact]
    public async Task The_second_sees_the_firsts_and_may_put_the_own_in_its_place()
    {
        var (course, mentor, first, second) = await BothAtOneDeskAsync();
        await first.Grades("5 5 5 5", "The first's.");
        second.Chooses("2 2 2 2");
        second.Fills(Coursework.OverallComment, "The second's.");
        var page = await second.Releases();
        page.Says.ShouldContain($"{first.Name} saved this assessment while you were grading");
        page.Says.ShouldContain("Theirs: 20 of 20");
        page.Says.ShouldContain("The first's.");
        page.FieldText(Coursework.OverallComment).ShouldBe("The second's.");
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("20 of 20");

        await second.Releases();
        await course.Settles(mentor);
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("8 of 20");
        course.GradeOf(mentor).Score.ShouldBe(8);
    }

    [Fact]
    public async Task The_second_may_take_the_firsts()
    {
        var (course, mentor, first, second) = await BothAtOneDeskAsync();
        first.Chooses("4 4 4 4");
        await first.Clicks("Save draft");
        second.Chooses("0 0 0 0");
        await second.Clicks("Save draft");
        var page = await second.Clicks("Take theirs");
        page.Document.QuerySelectorAll("input[type=radio][checked]").Select(level => level.GetAttribute("value")).ShouldBe(["4", "4", "4", "4"]);
        await second.Releases();
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("16 of 20");
    }

    [Fact]
    public async Task Two_who_release_at_the_same_moment_release_once()
    {
        var (course, mentor, first, second) = await BothAtOneDeskAsync();
        first.Chooses("5 5 5 5");
        second.Chooses("0 0 0 0");
        var pages = await Task.WhenAll(first.Releases(), second.Releases());
        pages.Count(page => page.Says.Contains("saved this assessment while you were grading", StringComparison.Ordinal)).ShouldBe(1);
        await course.Settles(mentor);
        int score = pages[0].Says.Contains("while you were grading", StringComparison.Ordinal) ? 0 : 20;
        (await mentor.OpensLink(course.Link)).Says.ShouldContain($"{score} of 20");
        course.GradeOf(mentor).Score.ShouldBe(score);
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_graded_is_not_graded_and_the_comment_is_not_lost()
    {
        var (course, mentor, first, _) = await BothAtOneDeskAsync();
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Take it back");
        var page = await first.Grades("5 5 5 5", "Ten minutes of thought.");
        page.Status.ShouldBe(404);
        page.FieldText("What you wrote").ShouldContain("Ten minutes of thought.");
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Draft");
        course.GradeOf(mentor).Score.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_released_at_this_moment_cannot_be_taken_back()
    {
        var (course, mentor, first, _) = await BothAtOneDeskAsync();
        await mentor.OpensLink(course.Link);
        await first.Grades("5 5 5 5");
        var page = await mentor.Clicks("Take it back");
        page.Says.ShouldContain("can no longer be taken back");
        page.Chip.ShouldBe("Graded");
    }

    [Fact]
    public async Task Taking_back_and_releasing_at_the_same_moment_end_in_one_of_the_two()
    {
        var (course, mentor, first, _) = await BothAtOneDeskAsync();
        await mentor.OpensLink(course.Link);
        await Task.WhenAll(mentor.Clicks("Take it back"), first.Grades("5 5 5 5"));
        var page = await mentor.OpensLink(course.Link);
        page.Chip.ShouldBeOneOf("Draft", "Graded");
        bool delivered = await course.FindDelivery(mentor) is { Score: not null };
        delivered.ShouldBe(page.Chip == "Graded");
    }

    [Fact]
    public async Task A_comment_typed_when_the_visit_ran_out_is_shown_again()
    {
        var (course, _, first, _) = await BothAtOneDeskAsync();
        await course.EndVisits();
        (await first.Grades("5 5 5 5", "Ten minutes of thought.")).FieldText("What you wrote").ShouldContain("Ten minutes of thought.");
    }

    private async Task<(Classroom Course, Person Mentor, Person First, Person Second)> BothAtOneDeskAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "She asked me why the leaves turn.");
        await course.Settles(mentor);
        var (first, second) = (course.Instructor, course.Mentor(25));
        await second.OpensLink(course.Link, role: "instructor");
        await first.OpensWorkOf(mentor, activity);
        await second.OpensWorkOf(mentor, activity);
        return (course, mentor, first, second);
    }
}

[Collection(OnSqlite.Name)]
public sealed class TwoGradersStoriesOnSqlite(SqliteWorld world) : TwoGradersStories(world);

[Collection(OnPostgres.Name)]
public sealed class TwoGradersStoriesOnPostgres(PostgresWorld world) : TwoGradersStories(world);
