namespace MentorCourseLti.Features.Totals;

/// <summary>Minutes by what became of them: of a mentor, of a group, or of all.</summary>
/// <param name="Planned">Of sessions still to come.</param>
/// <param name="Logged">Told, and waiting to be approved.</param>
/// <param name="Returned">Given back to be told better.</param>
public sealed record MinutesByState(int Planned, int Logged, int Approved, int Returned)
{
    public static MinutesByState None { get; } = new(0, 0, 0, 0);

    public MinutesByState And(MinutesByState other) => new(Planned + other.Planned, Logged + other.Logged, Approved + other.Approved, Returned + other.Returned);
}

/// <param name="Goal">Hours that the logs of the mentor's courses ask for together; none for a group.</param>
public sealed record HoursRow(string? Name, Guid? Group, MinutesByState Minutes, decimal? Goal);
