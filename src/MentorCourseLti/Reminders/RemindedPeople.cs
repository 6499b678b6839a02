using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Reminders;

/// <summary>Finds people with all their courses. Whoever left, tries out or only reads is none of them, and no course that was put away.</summary>
public sealed class RemindedPeople(CourseDb db)
{
    private static readonly Func<CourseDb, Guid, IReadOnlyCollection<string>, IAsyncEnumerable<RemindedMember>> ReadMembers = CompiledQuery.Of(
        (CourseDb db, Guid platform, IReadOnlyCollection<string> subjects) =>
            from member in db.Members
            where member.IsActive && !member.IsTestUser && member.Role != MemberRole.Observer && subjects.Contains(member.Subject)
            join course in db.Courses on member.CourseId equals course.Id
            where course.PlatformId == platform && course.ArchivedAt == null
            join programme in db.Programmes on course.ProgrammeId equals programme.Id
            join lms in db.Platforms on course.PlatformId equals lms.Id
            where lms.RemovedAt == null
            select new RemindedMember
            {
                Id = member.Id,
                PlatformId = course.PlatformId,
                PlatformName = lms.Name,
                Subject = member.Subject,
                Email = member.Email,
                Role = member.Role,
                IsNamedLeader = member.IsNamedLeader,
                JoinedAt = member.JoinedAt,
                CourseId = course.Id,
                CourseName = course.Label == null || course.Label.Trim() == "" ? course.Title : course.Label,
                CourseZone = course.TimeZone,
                ProgrammeId = programme.Id,
                ProgrammeZone = programme.TimeZone,
            });

    /// <summary>
    /// The people of a course who joined no other later: each person is told once a day, of all their courses, when it is morning in the newest.
    /// </summary>
    public async Task<IReadOnlyList<RemindedPerson>> AtHomeInAsync(CourseId course, CancellationToken cancel)
    {
        var platform = await db.Courses.Where(one => one.Id == course).Select(one => one.PlatformId).SingleAsync(cancel);
        // Who counts is said once, above: whoever does not count here has no last course here either.
        var subjects = await db.Members.Where(member => member.CourseId == course).Select(member => member.Subject).ToListAsync(cancel);
        return [.. (await OfAsync(platform, subjects, cancel)).Where(person => person.Members[^1].CourseId == course)];
    }

    public async Task<IReadOnlyList<RemindedPerson>> OfAsync(Guid platform, IReadOnlyCollection<string> subjects, CancellationToken cancel) =>
        People(await ReadMembers(db, platform, subjects).ToListAsync(cancel));

    private static List<RemindedPerson> People(IEnumerable<RemindedMember> members) =>
        [.. members.GroupBy(member => member.Subject, StringComparer.Ordinal).Select(own => new RemindedPerson([.. own.OrderBy(member => member.JoinedAt)]))];
}
