using System.Linq.Expressions;
using LinqKit;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>Whose groups a member sees: an instructor those of the programme, a leader the own mentors', a mentor the own ones.</summary>
internal static class GroupCircle
{
    /// <summary>Of a programme those of a person, and those of the mentors of a leader in a course; with no person all of them.</summary>
    public static readonly Expression<Func<CourseDb, Group, ProgrammeId, string?, CourseId, MemberId?, bool>> IsSeen = (db, group, programme, subject, course, leader) =>
        group.ProgrammeId == programme && (subject == null || group.Mentors.Any(mentor => mentor.Subject == subject
            || (leader != null && db.Members.Any(member => member.CourseId == course && member.Subject == mentor.Subject && member.LeaderId == leader))));

    public static IQueryable<Group> GroupsSeenBy(this CourseDb db, CurrentMember viewer)
    {
        var (programme, subject, course, leader) = (viewer.ProgrammeId, viewer.OnlyGroupsOf, viewer.CourseId, viewer.LeadsAs);
        Expression<Func<Group, bool>> isSeen = group => IsSeen.Invoke(db, group, programme, subject, course, leader);
        return db.Groups.Where(isSeen.Expand());
    }

    /// <summary>
    /// The people of the programme who can lead a group, one row for each course that they are in: mentors and named leaders, and whoever left.
    /// </summary>
    public static IQueryable<Member> MentorsOf(this CourseDb db, ProgrammeId programme) =>
        // From the programme's few courses to their people: asked the other way round, SQLite reads everybody there is.
        from course in db.Courses
        where course.ProgrammeId == programme
        join member in db.Members.AsNoTracking().WhoMentor() on course.Id equals member.CourseId
        select member;

    /// <summary>Each person once, as the newest of their courses knows them.</summary>
    public static async Task<IReadOnlyDictionary<string, GroupLead>> LeadsAsync(this CourseDb db, ProgrammeId programme, CancellationToken cancel)
    {
        var rows = await db.MentorsOf(programme).OrderBy(member => member.JoinedAt).Select(member => new { member.Subject, member.Name, member.IsActive }).ToListAsync(cancel);
        return rows.GroupBy(row => row.Subject, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => new GroupLead(own.Key, own.Last().Name, own.Any(row => row.IsActive)), StringComparer.Ordinal);
    }
}

/// <summary>Somebody who leads a group, or can.</summary>
/// <param name="IsActive">Still in one of the programme's courses.</param>
public sealed record GroupLead(string Subject, string? Name, bool IsActive);
