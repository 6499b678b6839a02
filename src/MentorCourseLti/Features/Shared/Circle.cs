using System.Linq.Expressions;
using LinqKit;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Shared;

/// <summary>Whose work a member's lists show.</summary>
internal static class Circle
{
    /// <summary>
    /// The mentors of the course, for an instructor all of them, for a leader the own ones, narrowed to the section that was chosen. They may have
    /// left, and are no test users. With what is this of the viewer: <see cref="CurrentMember.OnlyLedBy"/>, <see cref="CurrentMember.SectionLine"/>.
    /// </summary>
    public static readonly Expression<Func<Member, CourseId, MemberId?, string?, bool>> IsSeen = (member, course, leader, section) =>
        MemberQueries.IsMentor.Invoke(member) && member.CourseId == course
        && (leader == null || member.LeaderId == leader) && (section == null || member.SectionNames.Contains(section));

    /// <summary>
    /// The same of whoever a work of the course is by. Of a whole course it is quicker to leave out the few who do not count than to look up everybody
    /// who does.
    /// </summary>
    public static readonly Expression<Func<CourseDb, MemberId, CourseId, MemberId?, string?, bool>> ShowsWorkOf = (db, author, course, leader, section) =>
        !db.Members.Where(other => other.CourseId == course && !MemberQueries.IsMentor.Invoke(other)).Select(other => other.Id).Contains(author)
        && ((leader == null && section == null) || db.Members.Where(member => IsSeen.Invoke(member, course, leader, section)).Select(member => member.Id).Contains(author));

    private static readonly Func<CourseDb, CourseId, MemberId?, string?, IAsyncEnumerable<SeenMentor>> ReadMentors = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId? leader, string? section) =>
            from member in db.Members
            where IsSeen.Invoke(member, course, leader, section)
            orderby member.Name, member.Subject
            select new SeenMentor(member.Id, member.Name, member.IsActive, member.JoinedAt));

    public static IQueryable<Member> SeenBy(this IQueryable<Member> members, CurrentMember viewer)
    {
        var (course, leader, section) = (viewer.CourseId, viewer.OnlyLedBy, viewer.SectionLine);
        Expression<Func<Member, bool>> isSeen = member => IsSeen.Invoke(member, course, leader, section);
        return members.Where(isSeen.Expand());
    }

    /// <summary>All of them by their names.</summary>
    public static ValueTask<List<SeenMentor>> MentorsSeenByAsync(this CourseDb db, CurrentMember viewer, CancellationToken cancel) =>
        ReadMentors(db, viewer.CourseId, viewer.OnlyLedBy, viewer.SectionLine).ToListAsync(cancel);

    /// <summary>The course's activities whose work is the viewer's to grade.</summary>
    public static IQueryable<Activity> GradedBy(this IQueryable<Activity> activities, CurrentMember viewer)
    {
        var (course, gradesAll) = (viewer.CourseId, viewer.MayAssess);
        return activities.Where(activity => activity.CourseId == course && (gradesAll || activity.LeadersGrade));
    }
}

internal sealed record SeenMentor(MemberId Id, string? Name, bool IsActive, DateTimeOffset JoinedAt);
