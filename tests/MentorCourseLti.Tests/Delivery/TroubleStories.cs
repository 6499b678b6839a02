using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;
using PracticeLms.Gradebooks;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>LMSs that are down, slow, forgetful, or hold something newer.</summary>
public abstract class TroubleStories(World world)
{
    [Theory]
    [InlineData(TroubleKind.Unavailable, 503)]
    [InlineData(TroubleKind.Throttled, 429)]
    [InlineData(TroubleKind.Rationed, 403)]
    [InlineData(TroubleKind.Timeout, null)]
    public async Task A_grade_that_the_LMS_could_not_take_is_tried_again(TroubleKind trouble, int? status)
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        course.Lms.Mischief.Cause(new Trouble(trouble) { Count = 1 });
        var delivery = await course.Delivers(mentor, 17);
        delivery.Tries.ShouldBe(1);
        var receipts = await course.ReceiptsOf(mentor);
        receipts.Select(receipt => receipt.Answer).ShouldBe([DeliveryAnswer.TryAgain, DeliveryAnswer.Accepted]);
        receipts[0].Status.ShouldBe(status);
        course.GradeOf(mentor).Score.ShouldBe(17);
    }

    [Fact]
    public async Task A_revoked_token_is_replaced_at_once()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, 10);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.Revoked));
        (await course.Delivers(mentor, 11)).Tries.ShouldBe(0);
        course.Lms.Mischief.End();
    }

    [Fact]
    public async Task Two_tokens_revoked_one_after_the_other_cost_a_grade_nothing_but_time()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Delivers(mentor, 10);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.Revoked) { Count = 2 });
        (await course.Delivers(mentor, 11)).Tries.ShouldBe(1);
        course.GradeOf(mentor).Score.ShouldBe(11);
    }

    [Fact]
    public async Task A_token_end_point_that_is_down_is_waited_for()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Canvas);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.Revoked));
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.Unavailable) { Count = 1, AlsoTokens = true });
        (await course.Delivers(mentor, 11)).Tries.ShouldBe(1);
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_whose_answer_was_lost_is_not_entered_twice(string manner)
    {
        var (course, mentor) = await ReadyAsync(manner);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.LostAnswer) { Count = 1 });
        var delivery = await course.Delivers(mentor, 17, "Once.");
        delivery.Differs.ShouldBeFalse();
        course.GradeOf(mentor).Comments.ShouldHaveSingleItem();
        course.GradeOf(mentor).Score.ShouldBe(17);
        course.GradeOf(mentor).Submissions.ShouldBeLessThanOrEqualTo(1);
        if (manner == LmsHost.Moodle)
            delivery.LastAnswer.ShouldBe(DeliveryAnswer.AlreadyThere);
    }

    [Fact]
    public async Task A_newer_grade_after_a_lost_answer_replaces_the_one_that_had_arrived()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        course.Lms.Mischief.Cause(new Trouble(TroubleKind.LostAnswer) { Count = 1 });
        await course.Wants(mentor, 10);
        await Eventually.Is(() => course.GradeOf(mentor).Score == 10, "the first arrives");
        // In the same second: Moodle refuses it, its gradebook shows our lost one.
        await course.Wants(mentor, 15);
        await Eventually.Is(() => course.GradeOf(mentor).Score == 15, "the second arrives");
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Theory]
    [InlineData(LmsHost.Moodle, 409)]
    [InlineData(LmsHost.Canvas, 400)]
    public async Task A_grade_that_was_changed_by_hand_later_is_left_alone(string manner, int status)
    {
        var (course, mentor) = await ReadyAsync(manner);
        await course.Wants(mentor, 10, ago: TimeSpan.FromMinutes(2));
        await course.Settles(mentor);
        Types(course, mentor, 18);
        await course.Wants(mentor, 12, ago: TimeSpan.FromMinutes(1));
        var delivery = await course.Settles(mentor);
        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.LeftAlone, DeliveryAnswer.ChangedByHand));
        var receipt = (await course.ReceiptsOf(mentor))[^1];
        receipt.Status.ShouldBe(status);
        receipt.Detail.ShouldBe("18 / 20");
        course.GradeOf(mentor).Score.ShouldBe(18);
    }

    [Fact]
    public async Task A_zero_that_was_typed_by_hand_later_is_left_alone()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Wants(mentor, 10, ago: TimeSpan.FromMinutes(2));
        await course.Settles(mentor);
        Types(course, mentor, 0);
        await course.Wants(mentor, 12, ago: TimeSpan.FromMinutes(1));
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.LeftAlone);
        course.GradeOf(mentor).Score.ShouldBe(0);
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Where_the_gradebook_still_shows_what_we_sent_before_it_is_sent_later(string manner)
    {
        var (course, mentor) = await ReadyAsync(manner);
        await course.Wants(mentor, 10, ago: TimeSpan.FromMinutes(2));
        await course.Settles(mentor);
        // A teacher types and thinks better of it: our 10 shows again, with a later time.
        Types(course, mentor, 18);
        Types(course, mentor, null);
        await course.Wants(mentor, 12, ago: TimeSpan.FromMinutes(1));
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
        course.HistoryOf(mentor).Select(received => received.WasTaken).ShouldBe([true, false, true]);
        course.GradeOf(mentor).Score.ShouldBe(12);
    }

    [Fact]
    public async Task Where_the_gradebook_shows_ours_already_it_is_delivered()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Wants(mentor, 10, ago: TimeSpan.FromMinutes(2));
        await course.Settles(mentor);
        Types(course, mentor, 12);
        await course.Wants(mentor, 12, ago: TimeSpan.FromMinutes(1));
        var delivery = await course.Settles(mentor);
        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.Delivered, DeliveryAnswer.AlreadyThere));
    }

    [Fact]
    public async Task A_column_that_was_deleted_is_said_plainly_and_comes_back_with_a_launch()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        var link = course.Course.FindLink(course.Link)!;
        course.Lms.Campus.Remove(course.Column);
        await course.Wants(mentor, 17);
        var delivery = await course.Settles(mentor);
        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.NeedsLook, DeliveryAnswer.ColumnGone));

        var column = course.Lms.Campus.AddLineItem(course.Course, new LineItemFacts { Label = link.Title, ScoreMaximum = 20, ResourceLinkId = link.Id });
        (await course.Instructor.OpensLink(course.Link)).Says.ShouldNotContain("was deleted");
        await Eventually.Is(() => column.FindCell(mentor.Id)?.Grade.Score == 17, "the grade goes to the new column by itself");
    }

    [Theory]
    [InlineData(LmsHost.Canvas)]
    [InlineData(LmsHost.Moodle)]
    public async Task A_column_that_was_deleted_is_made_again_at_a_click_with_every_grade(string manner)
    {
        var (course, mentor) = await ReadyAsync(manner);
        await course.Delivers(mentor, 17, "Well told.");
        course.Lms.Campus.Remove(course.Column);
        // Nobody has sent anything since: the launch that does not name it any more lets us ask.
        await mentor.OpensLink(course.Link);
        await Eventually.Is(async () => (await course.Instructor.OpensLink(course.Link)).Says.Contains($"was deleted in the gradebook of {(manner == LmsHost.Canvas ? "Canvas" : "Moodle")}", StringComparison.Ordinal), "the instructor is told");

        await course.Instructor.Clicks("Make the column again, with all grades");
        (course.Instructor.Page.Status, course.Instructor.Page.Says.Contains("was deleted", StringComparison.Ordinal)).ShouldBe((200, false));
        await Eventually.Is(() => course.Course.LineItemsOf(course.Course.FindLink(course.Link)!) is [var made] && made.FindCell(mentor.Id)?.Grade.Score == 17, "one column, with the grade");
        var cell = course.Course.LineItemsOf(course.Course.FindLink(course.Link)!).ShouldHaveSingleItem().FindCell(mentor.Id)!;
        cell.Grade.Comments.ShouldHaveSingleItem().Text.ShouldContain("Well told.");
    }

    [Theory]
    [InlineData(LmsHost.Canvas, DeliveryAnswer.NotAStudentThere, 422)]
    [InlineData(LmsHost.Moodle, DeliveryAnswer.Refused, 400)]
    public async Task Somebody_who_is_no_student_there_gets_no_grade_and_the_receipt_says_so(string manner, DeliveryAnswer answer, int status)
    {
        var course = world.NewCourse(manner);
        await course.IsSetUp();
        await course.Instructor.OpensLink(course.Link, role: "mentor");
        await course.Wants(course.Instructor, 20);
        var delivery = await course.Settles(course.Instructor);
        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.NeedsLook, answer));
        (await course.ReceiptsOf(course.Instructor)).ShouldHaveSingleItem().Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_refused_grade_holds_nobody_elses_up()
    {
        var (course, mentor) = await ReadyAsync(LmsHost.Moodle);
        await course.Instructor.OpensLink(course.Link, role: "mentor");
        await course.Wants(course.Instructor, 20);
        await course.Wants(mentor, 17);
        (await course.Settles(mentor)).State.ShouldBe(DeliveryState.Delivered);
    }

    private static void Types(Classroom course, Person person, decimal? score) =>
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(person.Id)!, score);

    private async Task<(Classroom Course, Person Mentor)> ReadyAsync(string manner)
    {
        var course = world.NewCourse(manner);
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        return (course, mentor);
    }
}

[Collection(OnSqlite.Name)]
public sealed class TroubleStoriesOnSqlite(SqliteWorld world) : TroubleStories(world);

[Collection(OnPostgres.Name)]
public sealed class TroubleStoriesOnPostgres(PostgresWorld world) : TroubleStories(world);
