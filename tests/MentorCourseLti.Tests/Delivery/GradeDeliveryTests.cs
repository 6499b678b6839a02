using Lti.Grades;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>The outbox row's own rules, without a database.</summary>
public sealed class GradeDeliveryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, 400, TimeSpan.Zero);

    private readonly GradeDelivery delivery = GradeDelivery.For(
        new GradeColumn { Id = GradeColumnId.New(Noon), CourseId = CourseId.New(Noon), ActivityId = ActivityId.New(Noon), LinkId = CourseLinkId.New(Noon) }, MemberId.New(Noon), Noon);

    [Fact]
    public void A_newer_grade_takes_the_place_of_the_one_that_waits()
    {
        delivery.Want(Grade(10));
        delivery.Want(Grade(11, Noon.AddSeconds(1)));
        (delivery.Score, delivery.Version, delivery.State).ShouldBe((11m, 2, DeliveryState.Waiting));
    }

    [Fact]
    public void News_of_a_hand_in_never_replaces_a_grade()
    {
        delivery.Want(Grade(10));
        delivery.Want(HandIn(attempt: 2));
        (delivery.Score, delivery.Version).ShouldBe((10m, 1));
    }

    [Fact]
    public void A_grade_that_changed_in_flight_stays_in_the_queue()
    {
        delivery.Want(Grade(10));
        var sent = Take();
        delivery.Want(Grade(15, Noon.AddSeconds(3)));
        delivery.Settle(sent, new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon.AddSeconds(4));
        (delivery.State, delivery.Score, delivery.SentScore).ShouldBe((DeliveryState.Waiting, 15m, 10m));
        delivery.NextTryAt.ShouldBe(Noon.AddSeconds(4));
    }

    [Fact]
    public void A_refusal_of_an_older_version_does_not_end_the_newer()
    {
        delivery.Want(Grade(10));
        var sent = Take();
        delivery.Want(Grade(15, Noon.AddSeconds(3)));
        delivery.Settle(sent, new DeliveryOutcome.Refused(DeliveryAnswer.Refused, 400), Noon.AddSeconds(4));
        (delivery.State, delivery.Tries).ShouldBe((DeliveryState.Waiting, 0));
    }

    [Fact]
    public void A_grade_that_arrived_is_remembered_with_its_comment_and_attempt()
    {
        delivery.Want(Grade(10) with { Comment = "Good.", Attempt = 2 });
        delivery.Settle(Take(), new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon);
        (delivery.State, delivery.SentVersion, delivery.CommentChanged, delivery.IsNewAttempt, delivery.IsInDoubt).ShouldBe((DeliveryState.Delivered, 1, false, false, false));
        delivery.Want(Grade(11, Noon.AddMinutes(1)) with { Comment = "Better.", Attempt = 3 });
        (delivery.CommentChanged, delivery.IsNewAttempt).ShouldBe((true, true));
    }

    [Fact]
    public void The_next_message_is_a_whole_second_later_than_any_the_LMS_may_have()
    {
        delivery.Want(Grade(10));
        delivery.NextTimestamp().ShouldBe(Noon);
        delivery.Settle(Take(), new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon);
        delivery.Want(Grade(11, Noon.AddMilliseconds(300)));
        delivery.NextTimestamp().ShouldBe(new DateTimeOffset(2026, 2, 6, 12, 0, 1, TimeSpan.Zero));
        delivery.Want(Grade(12, Noon.AddMinutes(5)));
        delivery.NextTimestamp().ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public void After_a_lost_answer_the_LMS_may_have_it()
    {
        delivery.Want(Grade(10));
        delivery.Settle(Take(), new DeliveryOutcome.TryLater(HttpStatus: null, RetryAfter: null, "The connection broke."), Noon);
        (delivery.IsInDoubt, delivery.State, delivery.EverSentGrade).ShouldBe((true, DeliveryState.Waiting, false));
        delivery.Want(Grade(11, Noon.AddMilliseconds(100)));
        delivery.NextTimestamp().ToUnixTimeSeconds().ShouldBe(Noon.ToUnixTimeSeconds() + 1);
    }

    [Fact]
    public void A_plain_refusal_to_take_it_now_leaves_no_doubt()
    {
        delivery.Want(Grade(10));
        delivery.Settle(Take(), new DeliveryOutcome.TryLater(503, RetryAfter: null, "Down."), Noon);
        (delivery.IsInDoubt, delivery.Tries, delivery.NextTimestamp()).ShouldBe((false, 1, Noon));
    }

    [Fact]
    public void A_grade_that_comes_while_another_is_in_hand_gets_a_later_time()
    {
        delivery.Want(Grade(10));
        delivery.TakeInHand();
        delivery.Want(Grade(11, Noon.AddMilliseconds(1)));
        delivery.NextTimestamp().ToUnixTimeSeconds().ShouldBe(Noon.ToUnixTimeSeconds() + 1);
    }

    [Fact]
    public void It_gives_up_after_days_and_a_person_may_send_it_again()
    {
        delivery.Want(Grade(10));
        var (now, tries) = (Noon, 0);
        while (delivery.State is DeliveryState.Waiting && tries++ < 1000)
        {
            now = delivery.NextTryAt;
            delivery.Settle(Take(), new DeliveryOutcome.TryLater(503, RetryAfter: null, "Down."), now);
        }

        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.NeedsLook, DeliveryAnswer.GaveUp));
        (now - Noon).ShouldBeInRange(TimeSpan.FromDays(2.5), TimeSpan.FromDays(4));
        delivery.SendAgain(now);
        (delivery.State, delivery.Tries).ShouldBe((DeliveryState.Waiting, 0));
    }

    [Fact]
    public void An_LMS_that_does_not_know_us_is_asked_for_a_minute_before_a_person_is()
    {
        delivery.Want(Grade(10));
        var now = Noon;
        while (delivery.State is DeliveryState.Waiting)
        {
            now = delivery.NextTryAt;
            delivery.Settle(Take(), new DeliveryOutcome.Refused(DeliveryAnswer.NotPermitted, 401), now);
        }

        (delivery.State, delivery.LastAnswer).ShouldBe((DeliveryState.NeedsLook, DeliveryAnswer.NotPermitted));
        (now - Noon).ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void Of_a_grade_taken_back_while_in_hand_either_it_or_the_one_before_may_stand_there()
    {
        delivery.Want(Grade(15));
        delivery.Settle(Take(), new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon);
        delivery.Want(Grade(17, Noon.AddMinutes(1)));
        Take();
        delivery.TakeBack(HandIn(attempt: 1));
        foreach (decimal ours in new[] { 15m, 17m })
            ScoreConflict.BeforeTakingBack(delivery, Shown(ours), 200).ShouldBeNull("it is taken out");
        ScoreConflict.BeforeTakingBack(delivery, Shown(12), 200).ShouldBeOfType<DeliveryOutcome.LeftAlone>("somebody typed it");
    }

    [Fact]
    public void A_grade_whose_answer_was_lost_is_remembered_until_one_has_arrived_for_certain()
    {
        delivery.Want(Grade(17));
        delivery.Settle(Take(), new DeliveryOutcome.TryLater(HttpStatus: null, RetryAfter: null, "The connection broke."), Noon);
        delivery.SendAgain(Noon.AddMinutes(1));
        delivery.TakeBack(HandIn(attempt: 1));
        delivery.MayStandThere.ShouldBeTrue();
        ScoreConflict.BeforeTakingBack(delivery, Shown(17), 200).ShouldBeNull();

        delivery.Settle(Take() with { TakesBack = true }, new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon.AddMinutes(2));
        delivery.MayStandThere.ShouldBeFalse();
    }

    private static Result Shown(decimal score) => new() { UserId = "somebody", ResultScore = score, ResultMaximum = 20 };

    private SentGrade Take()
    {
        delivery.TakeInHand();
        return new SentGrade(delivery.Version, delivery.Score, delivery.OutOf, delivery.Comment, delivery.Attempt, delivery.NextTimestamp());
    }

    private static GradeNews Grade(decimal score, DateTimeOffset? at = null) => new(score, 20, "", Noon.AddHours(-1), Attempt: 1, at ?? Noon);

    private static GradeNews HandIn(int attempt) => new(Score: null, 20, "", Noon, attempt, Noon);
}
