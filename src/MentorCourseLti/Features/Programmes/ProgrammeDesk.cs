using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Programmes;

/// <summary>Makes a course part of another one's mentoring year, and a year of its own again.</summary>
public sealed class ProgrammeDesk(CourseDb db, SlotPlanner slots, TimeProvider clock)
{
    private const int LongestOrigin = 60;

    /// <summary>A row for each course of a programme that is offered.</summary>
    private static readonly Func<CourseDb, Guid, string, CourseId, ProgrammeId, IAsyncEnumerable<OfferedCourse>> ReadOffers = CompiledQuery.Of(
        (CourseDb db, Guid platform, string subject, CourseId here, ProgrammeId own) =>
            from me in db.Members
            where me.Subject == subject && me.IsActive && me.Role == MemberRole.Instructor
            join course in db.Courses on me.CourseId equals course.Id
            where course.PlatformId == platform && course.ProgrammeId != own && !db.Courses.Any(other => other.ProgrammeId == own && other.Id != here)
            join programme in db.Programmes on course.ProgrammeId equals programme.Id
            orderby programme.StartedAt descending, course.Title
            select new OfferedCourse(
                programme.Id,
                programme.Title,
                course.Title,
                db.Groups.Count(one => one.ProgrammeId == programme.Id && one.EndedAt == null),
                db.Mentees.Count(mentee => mentee.ProgrammeId == programme.Id && mentee.LeftAt == null)));

    /// <summary>
    /// The programmes that the member's course could become part of: those in which the same person is an instructor. None where the course
    /// already shares its programme with another one.
    /// </summary>
    public async Task<IReadOnlyList<ProgrammeOffer>> OffersAsync(CurrentMember member, CancellationToken cancel)
    {
        var rows = await ReadOffers(db, member.PlatformId, member.Subject, member.CourseId, member.ProgrammeId).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Id).Select(of => new ProgrammeOffer(of.Key, of.First().Title, [.. of.Select(row => row.Course)], of.First().Groups, of.First().Mentees))];
    }

    /// <summary>The course's join that can be undone.</summary>
    public Task<CourseJoin?> JoinOfAsync(CourseId course, CancellationToken cancel) => db.CourseJoins.FirstOrDefaultAsync(join => join.CourseId == course && join.UndoneAt == null, cancel);

    /// <summary>It is a year of its own: the question is not asked again.</summary>
    public async Task StayAsync(CourseId id, CancellationToken cancel)
    {
        var course = await db.Courses.SingleAsync(one => one.Id == id, cancel);
        course.ProgrammeSaidAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What the course's own programme has moves along. False where the programme is not offered (any more).</summary>
    public async Task<bool> JoinAsync(CurrentMember member, ProgrammeId to, CancellationToken cancel)
    {
        if ((await OffersAsync(member, cancel)).All(offer => offer.Id != to))
            return false;
        var now = clock.GetUtcNow();
        var course = await db.Courses.SingleAsync(one => one.Id == member.CourseId, cancel);
        var moved = await MoveAsync(course.ProgrammeId, to, course.ShortName, cancel);
        db.Add(new CourseJoin { Id = CourseJoinId.New(now), CourseId = course.Id, FromId = course.ProgrammeId, ToId = to, JoinedBy = member.Id, JoinedAt = now, Moved = moved });
        (course.ProgrammeId, course.ProgrammeSaidAt) = (to, now);
        return await SavedAsync(to, cancel);
    }

    /// <summary>The course goes back to its own programme, with what came along from there. False where there is nothing to undo.</summary>
    public async Task<bool> UndoAsync(CourseId id, CancellationToken cancel)
    {
        if (await JoinOfAsync(id, cancel) is not { } join)
            return false;
        var course = await db.Courses.SingleAsync(one => one.Id == id, cancel);
        await MoveBackAsync(join, cancel);
        (course.ProgrammeId, join.UndoneAt) = (join.FromId, clock.GetUtcNow());
        return await SavedAsync(join.FromId, cancel);
    }

    private async Task<IReadOnlyList<Guid>> MoveAsync(ProgrammeId from, ProgrammeId to, string origin, CancellationToken cancel)
    {
        var moved = new List<Guid>();
        var names = (await db.Groups.Where(group => group.ProgrammeId == to).Select(group => group.Name).ToListAsync(cancel)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var group in await db.Groups.Where(group => group.ProgrammeId == from).ToListAsync(cancel))
        {
            group.Name = FreeName(group.Name, origin.Excerpt(LongestOrigin), names);
            group.ProgrammeId = to;
            group.Touch();
            names.Add(group.Name);
            moved.Add(group.Id.Value);
        }

        foreach (var mentee in await db.Mentees.Where(mentee => mentee.ProgrammeId == from).ToListAsync(cancel))
        {
            mentee.ProgrammeId = to;
            moved.Add(mentee.Id.Value);
        }

        // A partner that both know stays where it is, and is there again after an undo.
        var partners = await db.SchoolPartners.Where(partner => partner.ProgrammeId == to).Select(partner => partner.Name).ToListAsync(cancel);
        foreach (var partner in await db.SchoolPartners.Where(partner => partner.ProgrammeId == from && !partners.Contains(partner.Name)).ToListAsync(cancel))
        {
            partner.ProgrammeId = to;
            moved.Add(partner.Id.Value);
        }

        // Calendars read on at the same address. Who has one in both programmes keeps the other's.
        foreach (var feed in await db.CalendarFeeds.Where(feed => feed.ProgrammeId == from && feed.RevokedAt == null
            && !db.CalendarFeeds.Any(other => other.ProgrammeId == to && other.Subject == feed.Subject && other.RevokedAt == null)).ToListAsync(cancel))
        {
            feed.ProgrammeId = to;
            moved.Add(feed.Id.Value);
        }

        return moved;
    }

    /// <summary>The name itself, or with the course that it comes from.</summary>
    private static string FreeName(string name, string origin, HashSet<string> taken) => Enumerable.Range(2, taken.Count + 1).Select(number => $"{name} ({origin} {number})")
        .Prepend($"{name} ({origin})").Prepend(name).First(free => !taken.Contains(free));

    private async Task MoveBackAsync(CourseJoin join, CancellationToken cancel)
    {
        var groups = (await db.Groups.Where(group => group.ProgrammeId == join.ToId).ToListAsync(cancel)).FindAll(group => join.Moved.Contains(group.Id.Value));
        groups.ForEach(group => group.ProgrammeId = join.FromId);
        // Whoever is in such a group goes with it; who has gone over to a group that stays, stays.
        foreach (var mentee in await db.Mentees.Where(mentee => mentee.ProgrammeId == join.ToId).ToListAsync(cancel))
        {
            if (mentee.GroupId is { } group ? groups.Exists(one => one.Id == group) : join.Moved.Contains(mentee.Id.Value))
                mentee.ProgrammeId = join.FromId;
        }

        foreach (var partner in await db.SchoolPartners.Where(partner => partner.ProgrammeId == join.ToId).ToListAsync(cancel))
        {
            if (join.Moved.Contains(partner.Id.Value))
                partner.ProgrammeId = join.FromId;
        }

        foreach (var feed in await db.CalendarFeeds.Where(feed => feed.ProgrammeId == join.ToId).ToListAsync(cancel))
        {
            if (join.Moved.Contains(feed.Id.Value))
                feed.ProgrammeId = join.FromId;
        }
    }

    /// <summary>What moved is planned in the zone, and around the days off, of the year that it is of now.</summary>
    private async Task<bool> SavedAsync(ProgrammeId home, CancellationToken cancel)
    {
        // Somebody else did the same, or changed a group, at this moment: the page says how it stands.
        if (!await db.TrySaveAsync(cancel))
            return false;

        await slots.ReplanAndSaveAsync(home, cancel);
        return true;
    }

    private sealed record OfferedCourse(ProgrammeId Id, string Title, string Course, int Groups, int Mentees);
}
