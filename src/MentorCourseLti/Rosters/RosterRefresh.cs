using Lti.Platforms;
using Lti.Roster;
using Lti.Services;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Rosters;

/// <summary>
/// Brings the members of a course in line with the LMS's roster: people arrive before their first launch, names change, leavers turn inactive and
/// keep their work. A roster that could not be read, or is empty, changes nobody.
/// </summary>
internal sealed class RosterRefresh(CourseDb db, RosterService rosters, IPlatformStore platforms, TimeProvider clock)
{
    // When a class opens its course for the first time, each of their launches may cross the roster.
    private const int MostTries = 12;

    public async Task RefreshAsync(CourseId id, CancellationToken cancel)
    {
        if (await db.Courses.AsNoTracking().FirstOrDefaultAsync(course => course.Id == id, cancel) is not { MembershipsUrl: { } address } course
            || await platforms.FindAsync(new PlatformId(course.PlatformId), cancel) is not { } platform)
            return;

        var answer = await rosters.ReadAsync(platform, new Uri(address), cancel);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await ApplyAsync(id, answer, cancel);
                return;
            }
            catch (DbUpdateException exception) when (attempt < MostTries && db.IsCrossed(exception))
            {
                // Somebody launched for the first time at this moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task ApplyAsync(CourseId id, ServiceAnswer<IReadOnlyList<RosterMember>> answer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var course = await db.Courses.SingleAsync(one => one.Id == id, cancel);
        course.RosterTriedAt = now;
        course.RosterProblem = ProblemOf(answer);
        if (answer is ServiceAnswer<IReadOnlyList<RosterMember>>.Ok { Value: { Count: > 0 } roster })
        {
            course.RosterReadAt = now;
            await ApplyAsync(course, roster, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task ApplyAsync(Course course, IReadOnlyList<RosterMember> roster, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Members.Where(member => member.CourseId == course.Id).ToDictionaryAsync(member => member.Subject, StringComparer.Ordinal, cancel);
        var present = new HashSet<string>(StringComparer.Ordinal);
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in roster)
        {
            // Student View's test user belongs into no roster.
            if (person.Status is not RosterStatus.Active)
                left.Add(person.UserId);
            if (person.Roles.IsTestUser || person.Status is not RosterStatus.Active || !present.Add(person.UserId))
                continue;
            if (!known.TryGetValue(person.UserId, out var member))
            {
                known[person.UserId] = member = new Member { Id = MemberId.New(now), CourseId = course.Id, Subject = person.UserId, Role = MemberRoles.Of(person.Roles), JoinedAt = now };
                db.Add(member);
            }

            member.TakeRole(MemberRoles.Of(person.Roles));
            member.Name = PlainText.Line(person.Name, Lengths.Title) ?? member.Name;
            member.Email = PlainText.Line(person.Email, Lengths.Title) ?? member.Email;
            (member.IsActive, member.IsEnrolled) = (true, true);
        }

        // Whoever was in no roster before, as an LMS's administrator or its test user, has not left it now.
        foreach (var gone in known.Values.Where(member => !member.IsTestUser && !present.Contains(member.Subject) && (member.IsEnrolled || left.Contains(member.Subject))))
            (gone.IsActive, gone.IsEnrolled) = (false, false);
    }

    private static RosterProblem? ProblemOf(ServiceAnswer<IReadOnlyList<RosterMember>> answer) => answer switch
    {
        ServiceAnswer<IReadOnlyList<RosterMember>>.Ok { Value.Count: > 0 } => null,
        ServiceAnswer<IReadOnlyList<RosterMember>>.Ok => RosterProblem.Empty,
        ServiceAnswer<IReadOnlyList<RosterMember>>.TryLater => RosterProblem.TryLater,
        ServiceAnswer<IReadOnlyList<RosterMember>>.Refused { Status: 0 or 401 or 403 } => RosterProblem.NotPermitted,
        _ => RosterProblem.Refused,
    };
}
