using Lti.Grades;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>Each branch of "a score is not later than what the gradebook has".</summary>
public sealed class ScoreConflictTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(409, null, true)]
    [InlineData(400, "Provided timestamp before last updated timestamp", true)]
    [InlineData(400, "userId is missing", false)]
    [InlineData(400, null, false)]
    [InlineData(422, "timestamp", false)]
    public void A_409_is_one_and_a_400_that_names_the_timestamp(int status, string? body, bool isOne) => ScoreConflict.IsOne(status, body).ShouldBe(isOne);

    [Fact]
    public void Equal_to_ours_is_delivered() => Judge(before: 10, now: 12, shown: 12).Answer.ShouldBe(DeliveryAnswer.AlreadyThere);

    [Fact]
    public void Equal_to_ours_after_rescaling_is_delivered() => Judge(before: 10, now: 12, shown: 60, of: 100).Answer.ShouldBe(DeliveryAnswer.AlreadyThere);

    [Fact]
    public void Equal_to_what_we_sent_before_is_sent_again() => Judge(before: 10, now: 12, shown: 10).ShouldBeOfType<DeliveryOutcome.TryLater>();

    [Fact]
    public void Anything_else_was_typed_by_hand()
    {
        var outcome = Judge(before: 10, now: 12, shown: 18.5m);
        (outcome.Answer, outcome.Detail).ShouldBe((DeliveryAnswer.ChangedByHand, "18.5 / 20"));
    }

    [Fact]
    public void Nothing_shown_where_we_sent_no_grade_is_sent_again() => Judge(before: null, now: 12, shown: null).ShouldBeOfType<DeliveryOutcome.TryLater>();

    [Fact]
    public void A_missing_score_means_zero_where_we_sent_zero() => Judge(before: 0, now: 12, shown: null).ShouldBeOfType<DeliveryOutcome.TryLater>();

    [Fact]
    public void A_hand_in_is_never_forced_upon_what_is_there() => Judge(before: null, now: null, shown: 3).Answer.ShouldBe(DeliveryAnswer.KeptGrade);

    [Fact]
    public void The_same_points_with_another_comment_are_not_ours_yet() =>
        Judge(before: 12, now: 12, shown: 12, comment: "Sent before.").ShouldBeOfType<DeliveryOutcome.TryLater>();

    [Theory]
    [InlineData(null, 12.0, 12.0, true)]
    [InlineData(10.0, 12.0, 12.0, true)]
    [InlineData(10.0, 12.0, 10.0, false)]
    [InlineData(12.0, 12.0, 12.0, false)]
    [InlineData(null, 0.0, null, false)]
    [InlineData(null, 12.0, null, false)]
    public void After_a_crash_only_what_nothing_earlier_could_have_put_there_is_proof(double? before, double now, double? shown, bool proves)
    {
        var (delivery, sent) = Sent((decimal?)before, (decimal)now);
        ScoreConflict.ProvesArrival(delivery, sent, Shown((decimal?)shown, 20, comment: null)).ShouldBe(proves);
    }

    [Fact]
    public void No_result_proves_nothing()
    {
        var (delivery, sent) = Sent(null, 12);
        ScoreConflict.ProvesArrival(delivery, sent, null).ShouldBeFalse();
    }

    private static DeliveryOutcome Judge(decimal? before, decimal? now, decimal? shown, decimal of = 20, string? comment = null)
    {
        var (delivery, sent) = Sent(before, now);
        return ScoreConflict.Judge(delivery, sent, Shown(shown, of, comment), 409);
    }

    private static Result Shown(decimal? score, decimal of, string? comment) => new() { UserId = "amber", ResultScore = score, ResultMaximum = of, Comment = comment };

    private static (GradeDelivery Delivery, SentGrade Sent) Sent(decimal? before, decimal? now)
    {
        var delivery = GradeDelivery.For(
            new GradeColumn { Id = GradeColumnId.New(Noon), CourseId = CourseId.New(Noon), ActivityId = ActivityId.New(Noon), LinkId = CourseLinkId.New(Noon) }, MemberId.New(Noon), Noon);
        if (before is not null)
        {
            delivery.Want(News(before));
            delivery.Settle(Message(delivery), new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, 200), Noon);
        }

        delivery.Want(News(now));
        return (delivery, Message(delivery));
    }

    private static GradeNews News(decimal? score) => new(score, 20, score is null ? "" : $"For {score}", Noon, 1, Noon);

    private static SentGrade Message(GradeDelivery delivery) =>
        new(delivery.Version, delivery.Score, delivery.OutOf, delivery.Comment, delivery.Attempt, delivery.NextTimestamp());
}
