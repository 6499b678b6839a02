using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Links;

/// <summary>Makes a link open an activity, and gives the activity the link's gradebook column.</summary>
public sealed class LinkSetUp(CourseDb db, LinkColumns columns)
{
    /// <summary>A link of the course; none where it has no such link, or none was named.</summary>
    public async Task<CourseLink?> FindAsync(Guid? id, CourseId course, CancellationToken cancel) => id is { } given
        ? await db.Links.SingleOrDefaultAsync(link => link.Id == new CourseLinkId(given) && link.CourseId == course, cancel)
        : null;

    /// <summary>Whether grades of what the link opens could go to the LMS: it permits scores, and has a column or lets us make one.</summary>
    public Task<bool> MaySyncAsync(CourseLink link, CancellationToken cancel) => db.Courses.AnyAsync(
        course => course.Id == link.CourseId && (" " + course.GradeScopes + " ").Contains(" " + AgsScopes.Score + " ")
            && (link.LineItemUrl != null || (course.LineItemsUrl != null && (" " + course.GradeScopes + " ").Contains(" " + AgsScopes.LineItem + " "))),
        cancel);

    /// <summary>Adds to the unit of work; the caller saves, and rings.</summary>
    public async Task OpenAsync(CourseLink link, Activity activity, CancellationToken cancel)
    {
        if (await columns.TurnAsync(link, activity, cancel) is null && await MaySyncAsync(link, cancel))
            await columns.AddAsync(link, activity, cancel);
    }
}
