using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Picture;

/// <summary>How one mentor stands with one activity, as the term picture shows it.</summary>
public enum CellState
{
    NotOpen,
    Open,
    Draft,

    /// <summary>Was due, and nothing is handed in.</summary>
    Late,

    /// <summary>Waits to be graded; of a log, to be approved.</summary>
    HandedIn,

    /// <summary>Is back with the mentor, who may work it over; of a log, an entry was returned.</summary>
    Returned,

    Graded,

    /// <summary>Is not asked of this mentor.</summary>
    Excused,
}

internal static class CellStates
{
    public static IReadOnlyList<CellState> All { get; } = Enum.GetValues<CellState>();

    /// <summary>As style sheets call it.</summary>
    public static string NameOf(CellState state) => state switch { CellState.NotOpen => "not-open", CellState.HandedIn => "handed-in", _ => state.ToString().ToLowerInvariant() };

    public static CellState OfWork(WorkState work, OwnTerms terms, DateTimeOffset now) => work switch
    {
        WorkState.Graded => terms.MayResubmit(now) ? CellState.Returned : CellState.Graded,
        WorkState.HandedIn => CellState.HandedIn,
        _ when terms.IsExcused => CellState.Excused,
        _ when terms.IsLate(now) => CellState.Late,
        WorkState.Draft => CellState.Draft,
        _ => terms.IsAhead(now) ? CellState.NotOpen : CellState.Open,
    };

    public static CellState OfLog(LogCount? log, OwnTerms terms, DateTimeOffset now) => log switch
    {
        { Returned: > 0 } => CellState.Returned,
        { Waiting: > 0 } => CellState.HandedIn,
        { Approved: > 0 } => CellState.Graded,
        _ when terms.IsExcused => CellState.Excused,
        _ => terms.IsAhead(now) ? CellState.NotOpen : CellState.Open,
    };
}

/// <summary>How many entries of a mentor's log are in each state.</summary>
internal sealed record LogCount(int Waiting, int Approved, int Returned);
