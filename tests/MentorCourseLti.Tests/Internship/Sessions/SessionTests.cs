using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;

namespace MentorCourseLti.Tests.Internship.Sessions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_slot_may_replace_what_the_slot_planned_and_nobody_touched()
    {
        Planned().IsAsPlanned.ShouldBeTrue();
        Session.Add(GroupId.New(Noon), Noon, Noon.AddMinutes(45), MeetingKind.Video, "", substitute: null, Noon).IsAsPlanned.ShouldBeFalse("planned by itself");
    }

    [Theory]
    [InlineData(60, "", null)]
    [InlineData(0, "Dr. Moss", null)]
    [InlineData(0, "", "somebody")]
    public void What_was_moved_or_has_a_guest_or_a_substitute_is_left_alone(int minutes, string guest, string? substitute)
    {
        var session = Planned();
        session.Arrange(Noon.AddMinutes(minutes), Noon.AddMinutes(minutes + 45), MeetingKind.Video, guest, substitute, Noon);
        session.IsAsPlanned.ShouldBeFalse();
        session.Version.ShouldBe(1);
    }

    [Fact]
    public void Moved_twice_it_says_where_it_was_to_be_at_first_and_moved_back_it_was_not_moved()
    {
        var session = Planned();
        Move(session, 60);
        Move(session, 120);
        session.MovedFrom.ShouldBe(Noon);
        Move(session, 0);
        session.MovedFrom.ShouldBeNull();
        session.IsAsPlanned.ShouldBeTrue();
    }

    [Fact]
    public void A_reason_that_was_given_before_is_not_lost_to_a_log_entry()
    {
        var session = Planned();
        session.Cancel("Snow", Noon);
        session.Tell(Facts(wasHeld: false, did: "It snowed."), Noon);
        (session.State, session.Reason).ShouldBe((SessionState.Cancelled, "Snow"));
        session.Tell(Facts(wasHeld: true, did: "We met after all."), Noon);
        (session.State, session.Reason).ShouldBe((SessionState.Held, ""));
    }

    private static Session Planned() => Session.Plan(GroupId.New(Noon), new PlannedMeeting(new DateOnly(2026, 2, 6), Noon, Noon.AddMinutes(45)), MeetingKind.Video, Noon);

    private static void Move(Session session, int minutes) => session.Arrange(Noon.AddMinutes(minutes), Noon.AddMinutes(minutes + 45), MeetingKind.Video, "", substitute: null, Noon);

    private static EntryFacts Facts(bool wasHeld, string did) => new(Noon, Noon.AddMinutes(45), MeetingKind.Video, wasHeld, ["Bo"], did, "", NeedsAttention: false);
}
