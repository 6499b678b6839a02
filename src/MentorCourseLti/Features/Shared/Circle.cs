using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Shared;

/// <summary>Whose work a member's lists show.</summary>
internal static class Circle
{
    /// <summary>
    /// The mentors of the course, for an instructor all of them, for a leader the own ones, narrowed to the section that was chosen. They may have
    /// left, and are no test users.
    /// </summary>
    public static IQueryable<Member> SeenBy(this IQueryable<Member> members, CurrentMember viewer)
    {
        var seen = members.Where(member => member.CourseId == viewer.CourseId && !member.IsTestUser && (member.Role == MemberRole.Mentor || member.IsNamedLeader));
        if (!viewer.MayAssess)
            seen = seen.Where(member => member.LeaderId == viewer.Id);
        if (viewer.Section is not { } section)
            return seen;
        string line = SectionNames.LineOf(section);
        return seen.Where(member => member.SectionNames.Contains(line));
    }
}
