using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Tests.Internship.Mentoring;

public sealed class LogEntryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly LogEntry entry = new()
    {
        Id = LogEntryId.New(Noon), CourseId = CourseId.New(Noon), ActivityId = ActivityId.New(Noon), MemberId = MemberId.New(Noon), LoggedAt = Noon,
    };

    [Fact]
    public void A_session_counts_its_minutes_and_a_cancelled_one_none()
    {
        entry.Tell(Session(), Noon).ShouldBeNull();
        entry.Minutes.ShouldBe(50);
        entry.Tell(Session() with { WasHeld = false }, Noon).ShouldBeNull();
        entry.Minutes.ShouldBe(0);
    }

    [Theory]
    [InlineData(-60, -60, EntryProblem.EndsBeforeItStarts)]
    [InlineData(-60, -90, EntryProblem.EndsBeforeItStarts)]
    [InlineData(-721, 0, EntryProblem.TooLong)]
    [InlineData(-10, 1, EntryProblem.NotOverYet)]
    public void Times_that_cannot_be_are_named(int from, int to, EntryProblem problem)
    {
        entry.Tell(Session() with { StartsAt = Noon.AddMinutes(from), EndsAt = Noon.AddMinutes(to) }, Noon).ShouldBe(problem);
        entry.Version.ShouldBe(0);
    }

    [Fact]
    public void A_session_that_is_cancelled_ahead_of_time_may_lie_ahead() =>
        entry.Tell(Session() with { WasHeld = false, StartsAt = Noon.AddDays(1), EndsAt = Noon.AddDays(1).AddHours(1) }, Noon).ShouldBeNull();

    [Fact]
    public void What_was_returned_waits_again_once_it_is_changed_and_what_was_approved_changes_no_more()
    {
        entry.Tell(Session(), Noon);
        entry.Return(entry.MemberId, "Who came?", Noon);
        (entry.State, entry.Note).ShouldBe((EntryState.Returned, "Who came?"));
        entry.Tell(Session() with { Who = ["Ana"] }, Noon).ShouldBeNull();
        entry.State.ShouldBe(EntryState.Waiting);
        entry.Approve(entry.MemberId, "", Noon);
        entry.Note.ShouldBe("Who came?", "an approval without a word keeps the last one");
        entry.Tell(Session(), Noon).ShouldBe(EntryProblem.AlreadyApproved);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(450, 0, 0.25, 25)]
    [InlineData(1800, 0, 1, 100)]
    [InlineData(2000, 500, 1, 100)]
    [InlineData(100, 0, 0.0556, 5.56)]
    public void Approved_hours_toward_the_goal_are_the_score_and_no_more_than_the_points(int approved, int waiting, double share, double score)
    {
        var hours = new Hours(approved, waiting, Goal: 30);
        Math.Round(hours.Share, 4).ShouldBe((decimal)share);
        hours.ScoreOutOf(100).ShouldBe((decimal)score);
        (hours.Share + hours.ShareWaiting).ShouldBeLessThanOrEqualTo(1);
    }

    private static EntryFacts Session() => new(Noon.AddMinutes(-60), Noon.AddMinutes(-10), MeetingKind.Video, WasHeld: true, ["Bo"], "We read a graph.", "", NeedsAttention: false);
}
