using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Sessions;

/// <summary>A session with its group, as one member sees it.</summary>
/// <param name="SeesGroup">Not so for whoever leads a session of it in somebody's place.</param>
public sealed record SeenSession(Session Session, Group Group, bool SeesGroup);

/// <summary>Finds sessions for those who may see them, moves and cancels them.</summary>
public sealed class SessionDesk(CourseDb db, TimeProvider clock)
{
    private static readonly TimeSpan AtHand = TimeSpan.FromDays(21);

    /// <summary>A session of a group that the member sees, or that the member leads in somebody's place.</summary>
    public async Task<SeenSession?> FindAsync(Guid id, CurrentMember member, CancellationToken cancel)
    {
        var found = await (from session in db.Sessions
                           where session.Id == new SessionId(id)
                           join one in db.Groups.Include(one => one.Mentors) on session.GroupId equals one.Id
                           where one.ProgrammeId == member.ProgrammeId
                           select new { session, one }).FirstOrDefaultAsync(cancel);
        if (found is null)
            return null;
        bool seesGroup = await db.GroupsSeenBy(member).AnyAsync(group => group.Id == found.one.Id, cancel);
        return seesGroup || found.session.Substitute == member.Subject ? new SeenSession(found.session, found.one, seesGroup) : null;
    }

    /// <summary>Whether the member moves and cancels it: a mentor of the group, or whoever leads it in the mentors' place.</summary>
    public static bool Arranges(SeenSession seen, CurrentMember member) => member.MayHandIn && (seen.Group.IsOf(member.Subject) || seen.Session.Substitute == member.Subject);

    /// <summary>Whether the member leads it, and tells how it went. Nobody has hours for what another one led.</summary>
    public static bool Leads(SeenSession seen, CurrentMember member) =>
        member.MayHandIn && (seen.Session.Substitute is { } other ? other == member.Subject : seen.Group.IsOf(member.Subject));

    /// <summary>What a mentor has at hand: sessions of these weeks that are not told yet, and the next one to come.</summary>
    public async Task<IReadOnlyList<SessionRow>> AtHandAsync(CurrentMember member, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - AtHand;
        var own = OwnOf(member).Where(session => session.State != SessionState.Cancelled && session.StartsAt > since);
        var next = own.Where(session => session.EndsAt > now);
        var near = db.Sessions.Where(session => own.Select(one => one.Id).Contains(session.Id) && (session.EndsAt <= now || session.StartsAt == next.Min(one => one.StartsAt)));
        var rows = await RowsAsync(near, member, now, cancel: cancel);
        return [.. rows.Where(row => row.MayLog || !row.IsOver)];
    }

    public async Task<IReadOnlyList<SessionRow>> RowsAsync(
        IQueryable<Session> sessions, CurrentMember member, DateTimeOffset now, IReadOnlyDictionary<string, GroupLead>? leads = null, CancellationToken cancel = default)
    {
        var subject = member.Subject;
        var rows = await (from session in sessions.AsNoTracking()
                          join one in db.Groups on session.GroupId equals one.Id
                          orderby session.StartsAt, session.Id
                          select new
                          {
                              session,
                              one.Name,
                              one.MeetingLink,
                              one.EndedAt,
                              IsOwn = one.Mentors.Any(mentor => mentor.Subject == subject),
                              Told = db.LogEntries.Any(entry => entry.SessionId == session.Id && entry.WasHeld && db.Members.Any(teller => teller.Id == entry.MemberId && teller.Subject == subject)),
                              Who = db.LogEntries.Where(entry => entry.SessionId == session.Id && entry.WasHeld).OrderBy(entry => entry.LoggedAt).Select(entry => entry.Who).FirstOrDefault(),
                          }).ToListAsync(cancel);
        return rows.ConvertAll(row => new SessionRow(
            row.session, leads is null ? row.Name : null, row.IsOwn, row.MeetingLink,
            row.session.Substitute is { } other ? leads?.GetValueOrDefault(other)?.Name : null,
            MayTell: member.MayWrite && (row.session.Substitute is { } led ? led == subject : row.IsOwn) && !row.Told && row.session.State is not SessionState.Cancelled,
            MayArrange: member.ArchivedAt is null && row.EndedAt is null && row.session.State is not SessionState.Held
                && (member.MayAssess || (member.MayWrite && (row.IsOwn || row.session.Substitute == subject))),
            row.Who ?? [], now));
    }

    /// <summary>Puts a session elsewhere, or plans one more. False where somebody else changed it meanwhile.</summary>
    public async Task<bool> ArrangeAsync(Group group, Session? session, SessionForm form, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (session is null)
            db.Add(Session.Add(group.Id, startsAt, endsAt, form.Kind, form.GuestLine(), form.SubstituteOrNone(), now));
        else if (session.Version != form.Version)
            return false;
        else
            session.Arrange(startsAt, endsAt, form.Kind, form.GuestLine(), form.SubstituteOrNone(), now);
        return await db.TrySaveAsync(cancel);
    }

    public async Task<bool> CancelAsync(Session session, int version, string reason, CancellationToken cancel)
    {
        if (session.Version != version)
            return false;
        session.Cancel(reason, clock.GetUtcNow());
        return await db.TrySaveAsync(cancel);
    }

    public Task<string> ZoneAsync(ProgrammeId programme, CancellationToken cancel) => db.Programmes.Where(one => one.Id == programme).Select(one => one.TimeZone).SingleAsync(cancel);

    /// <summary>The sessions that a mentor leads: the own groups', and those in somebody's place. Two lists, each by its index.</summary>
    private IQueryable<Session> OwnOf(CurrentMember member)
    {
        var (programme, subject) = (member.ProgrammeId, member.Subject);
        var groups = db.Groups.Where(one => one.ProgrammeId == programme && one.EndedAt == null);
        var led = from mentor in db.GroupMentors
                  where mentor.Subject == subject
                  join one in groups on mentor.GroupId equals one.Id
                  join session in db.Sessions on one.Id equals session.GroupId
                  where session.Substitute == null
                  select session;
        var lent = from session in db.Sessions
                   where session.Substitute == subject
                   join one in groups on session.GroupId equals one.Id
                   select session;
        return led.Concat(lent);
    }
}
