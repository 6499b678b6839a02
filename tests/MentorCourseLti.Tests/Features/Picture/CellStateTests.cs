using MentorCourseLti.Features.Picture;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Tests.Features.Picture;

/// <summary>How a mentor stands with an activity, at each moment of it.</summary>
public sealed class CellStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Past = Now.AddDays(-1);
    private static readonly DateTimeOffset Ahead = Now.AddDays(1);

    private static readonly OwnTerms Anytime = new(OpensAt: null, DueAt: null, ClosesAt: null, ResubmitUntil: null, IsExcused: false);

    [Fact]
    public void Without_a_date_it_is_open_then_a_draft_then_in_then_graded() => new[] { WorkState.NotStarted, WorkState.Draft, WorkState.HandedIn, WorkState.Graded }
        .Select(work => CellStates.OfWork(work, Anytime, Now)).ShouldBe([CellState.Open, CellState.Draft, CellState.HandedIn, CellState.Graded]);

    [Fact]
    public void Before_it_opens_nothing_can_be_done() => CellStates.OfWork(WorkState.NotStarted, Anytime with { OpensAt = Ahead, DueAt = Ahead.AddDays(7) }, Now).ShouldBe(CellState.NotOpen);

    [Fact]
    public void After_its_date_only_what_is_in_is_not_late()
    {
        var due = Anytime with { DueAt = Past };
        CellStates.OfWork(WorkState.NotStarted, due, Now).ShouldBe(CellState.Late);
        CellStates.OfWork(WorkState.Draft, due, Now).ShouldBe(CellState.Late, "a draft is nothing that somebody could grade");
        CellStates.OfWork(WorkState.HandedIn, due, Now).ShouldBe(CellState.HandedIn);
        CellStates.OfWork(WorkState.Graded, due, Now).ShouldBe(CellState.Graded);
    }

    [Fact]
    public void Graded_work_that_may_be_worked_over_is_returned_as_long_as_it_may()
    {
        CellStates.OfWork(WorkState.Graded, Anytime with { ResubmitUntil = Ahead }, Now).ShouldBe(CellState.Returned);
        CellStates.OfWork(WorkState.Graded, Anytime with { ResubmitUntil = Past }, Now).ShouldBe(CellState.Graded);
    }

    [Fact]
    public void Who_is_excused_is_never_late_and_what_they_did_all_the_same_is_seen()
    {
        var excused = Anytime with { DueAt = Past, IsExcused = true };
        CellStates.OfWork(WorkState.NotStarted, excused, Now).ShouldBe(CellState.Excused);
        CellStates.OfWork(WorkState.HandedIn, excused, Now).ShouldBe(CellState.HandedIn);
        CellStates.OfLog(log: null, excused, Now).ShouldBe(CellState.Excused);
    }

    [Fact]
    public void Of_a_log_what_its_mentor_must_do_comes_first()
    {
        CellStates.OfLog(new LogCount(Waiting: 2, Approved: 3, Returned: 1), Anytime, Now).ShouldBe(CellState.Returned);
        CellStates.OfLog(new LogCount(2, 3, 0), Anytime, Now).ShouldBe(CellState.HandedIn);
        CellStates.OfLog(new LogCount(0, 3, 0), Anytime, Now).ShouldBe(CellState.Graded);
        CellStates.OfLog(log: null, Anytime, Now).ShouldBe(CellState.Open);
    }
}
