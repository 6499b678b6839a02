using MentorCourseLti.Internship.Sessions;

namespace MentorCourseLti.Features.Sessions;

/// <summary>A session in a list, and what its reader can do about it.</summary>
/// <param name="GroupName">None where the list is of one group; in a list of several, the reader leads each.</param>
/// <param name="IsOwn">The group is the reader's own, and not only this session of it.</param>
/// <param name="Link">Where it meets by video.</param>
/// <param name="MayTell">The reader leads it, and has not told how it went.</param>
/// <param name="Attendance">Who came, once it was told.</param>
public sealed record SessionRow(Session Session, string? GroupName, bool IsOwn, string Link, string? Substitute, bool MayTell, bool MayArrange, IReadOnlyList<string> Attendance, DateTimeOffset Now)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(2);

    public bool IsOver => Session.IsOver(Now);

    public bool MayLog => MayTell && IsOver;

    /// <summary>Its page is of use where there may be no connection: the browser keeps it.</summary>
    public bool IsKept => MayTell && Session.StartsAt < Now + Soon;
}
