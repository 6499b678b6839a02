using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Shared;

internal static class TaughtCourses
{
    /// <summary>The other courses in which the same person is an instructor now, runs that are put away among them.</summary>
    public static IQueryable<Course> TaughtElsewhere(this CourseDb db, CurrentMember member) =>
        from me in db.Members
        where me.Subject == member.Subject && me.IsActive && me.Role == MemberRole.Instructor && me.CourseId != member.CourseId
        join course in db.Courses on me.CourseId equals course.Id
        where course.PlatformId == member.PlatformId
        select course;
}
