using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>Grades on their way to a gradebook that is well.</summary>
public abstract class GradebookStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_arrives_with_comment_and_times(string manner)
    {
        var (course, mentor) = await ReadyAsync(manner);
        await course.Wants(mentor, 17, "Well heard.");
        var delivery = await course.Settles(mentor);
        delivery.State.ShouldBe(DeliveryState.Delivered);
        delivery.Differs.ShouldBeFalse();
        delivery.SeenScore.ShouldBe(17);

        course.GradeOf(mentor).Score.ShouldBe(17);
        var sent = course.LastOf(mentor);
        (sent.ScoreGiven, sent.ScoreMaximum, sent.Comment, sent.GradingProgress).ShouldBe((17m, 20m, "Well heard.", "FullyGraded"));
        sent.Submission!.SubmittedAt!.Value.ShouldBeLessThan(sent.Timestamp!.Value);
        var receipt = (await course.ReceiptsOf(mentor)).ShouldHaveSingleItem();
        (receipt.Answer, receipt.Status, receipt.Score).ShouldBe((DeliveryAnswer.Accepted, 200, 17m));
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Zero_is_a_grade(string manner)
    {
        var (course, mentor) = await ReadyAsync(manner);
        await course.Delivers(mentor, 12);
        var delivery = await course.Delivers(mentor, 0);
        course.GradeOf(mentor).Score.ShouldBe(0);
        // Moodle leaves a 0 out of its results: that is no difference.
        delivery.Differs.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_newest_of_several_waiting_grades_is_sent()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Rests(TimeSpan.FromHours(1));
        await course.Wants(mentor, 10);
        await course.Wants(mentor, 11);
        await course.Wants(mentor, 12, "The newest.");
        await course.Rests(TimeSpan.Zero);
        var delivery = await course.Settles(mentor);
        (delivery.Version, delivery.SentVersion).ShouldBe((3, 3));
        course.HistoryOf(mentor).ShouldHaveSingleItem().Score.ScoreGiven.ShouldBe(12);
    }

    [Fact]
    public async Task Each_message_is_a_whole_second_later_than_the_last()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        for (int score = 1; score <= 4; score++)
            await course.Delivers(mentor, score);
        var seconds = course.HistoryOf(mentor).Select(received => received.Score.Timestamp!.Value.ToUnixTimeSeconds()).ToList();
        seconds.ShouldBe(seconds.Distinct().Order());
        course.HistoryOf(mentor).ShouldAllBe(received => received.WasTaken);
        course.GradeOf(mentor).Score.ShouldBe(4);
    }

    [Fact]
    public async Task Moodle_gets_the_comment_with_every_score_since_it_clears_it_otherwise()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, 15, "Stays.");
        await course.Delivers(mentor, 16, "Stays.");
        course.GradeOf(mentor).Comments.ShouldHaveSingleItem().Text.ShouldBe("Stays.");
    }

    [Fact]
    public async Task Canvas_gets_a_comment_only_when_it_changed_since_it_adds_each_one()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Canvas);
        await course.Delivers(mentor, 15, "Stays.");
        await course.Delivers(mentor, 16, "Stays.");
        await course.Delivers(mentor, 17, "Changed.");
        course.GradeOf(mentor).Comments.Select(comment => comment.Text).ShouldBe(["Stays.", "Changed."]);
    }

    [Fact]
    public async Task Canvas_gets_a_new_submission_only_for_a_new_attempt()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Canvas);
        await course.Delivers(mentor, score: null);
        await course.Delivers(mentor, 15);
        await course.Delivers(mentor, 16);
        course.GradeOf(mentor).Submissions.ShouldBe(1);
    }

    [Fact]
    public async Task A_hand_in_is_reported_to_Canvas_without_touching_a_grade()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Canvas);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, 9);
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await course.Delivers(mentor, score: null);
        course.LastOf(mentor).CanvasSubmission!.PreserveScore.ShouldBe(true);
        course.GradeOf(mentor).Score.ShouldBe(9);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    public async Task A_hand_in_never_blanks_a_grade_that_a_teacher_typed_in_Moodle(int typed)
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, typed);
        await course.Wants(mentor, score: null);
        (await course.Settles(mentor)).LastAnswer.ShouldBe(DeliveryAnswer.KeptGrade);
        course.HistoryOf(mentor).ShouldBeEmpty();
        course.GradeOf(mentor).Score.ShouldBe(typed);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(0)]
    public async Task A_second_hand_in_leaves_a_grade_of_ours_in_Moodle(int given)
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, given);
        // The outbox refuses it, or the sender does: either way nothing goes out.
        await course.Wants(mentor, score: null, newAttempt: true);
        await course.Settles(mentor);
        course.HistoryOf(mentor).ShouldHaveSingleItem();
        course.GradeOf(mentor).Score.ShouldBe(given);
    }

    [Fact]
    public async Task A_hand_in_before_grading_is_reported_to_Moodle()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, score: null);
        (course.LastOf(mentor).ScoreGiven, course.LastOf(mentor).GradingProgress).ShouldBe(((decimal?)null, "PendingManual"));
        course.LastOf(mentor).CanvasSubmission.ShouldBeNull();
        await course.Delivers(mentor, 18);
        course.GradeOf(mentor).Score.ShouldBe(18);
    }

    [Fact]
    public async Task A_teachers_override_is_told_on_the_receipt_although_Moodle_said_200()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, 10);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, 18);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var delivery = await course.Delivers(mentor, 12);
        delivery.Differs.ShouldBeTrue();
        delivery.SeenScore.ShouldBe(18);
        course.GradeOf(mentor).Score.ShouldBe(18);
    }

    [Fact]
    public async Task A_test_user_is_never_graded_in_the_LMS()
    {
        var course = world.NewCanvasCourse();
        var nobody = course.TestStudent();
        await course.IsReady(nobody);
        await course.Wants(nobody, 20);
        (await course.FindDelivery(nobody)).ShouldBeNull();
        course.HistoryOf(nobody).ShouldBeEmpty();
    }

    private async Task<(Classroom Course, Person Mentor)> ReadyAsync(string manner)
    {
        var course = world.NewCourse(manner);
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        return (course, mentor);
    }
}

[Collection(OnSqlite.Name)]
public sealed class GradebookStoriesOnSqlite(SqliteWorld world) : GradebookStories(world);

[Collection(OnPostgres.Name)]
public sealed class GradebookStoriesOnPostgres(PostgresWorld world) : GradebookStories(world);
