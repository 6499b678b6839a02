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
    /// left, and are no test users.
    /// </summary>
    public static IQueryable<Member> SeenBy(this IQueryable<Member> members, CurrentMember viewer)
    {
        var seen = members.WhoMentor().Where(member => member.CourseId == viewer.CourseId);
        if (!viewer.MayAssess)
            seen = seen.Where(member => member.LeaderId == viewer.Id);
        if (viewer.Section is not { } section)
            return seen;
        string line = SectionNames.LineOf(section);
        return seen.Where(member => member.SectionNames.Contains(line));
    }

    /// <summary>The course's activities whose work is the viewer's to grade.</summary>
    public static IQueryable<Activity> GradedBy(this IQueryable<Activity> activities, CurrentMember viewer)
    {
        var (course, gradesAll) = (viewer.CourseId, viewer.MayAssess);
        return activities.Where(activity => activity.CourseId == course && (gradesAll || activity.LeadersGrade));
    }
}
