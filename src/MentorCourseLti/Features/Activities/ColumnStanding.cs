using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>Whether an activity has its column in the LMS's gradebook, and what an instructor can do where it has none.</summary>
public enum ColumnStanding
{
    Fine,

    /// <summary>No link in the LMS opens the activity.</summary>
    NoLink,

    /// <summary>The LMS lets this tool send no grades in this course.</summary>
    NotPermitted,

    /// <summary>The LMS names no column for the link, and lets us make none.</summary>
    NoColumn,

    /// <summary>It was deleted in the LMS's gradebook; we may make it again.</summary>
    Lost,

    /// <summary>It was deleted in the LMS's gradebook, and only the instructor can make another there.</summary>
    LostForGood,
}

/// <param name="Id">The activity.</param>
public sealed record ColumnNotice(ActivityId Id, ColumnStanding Standing)
{
    internal static async Task<ColumnNotice> OfAsync(CourseDb db, ActivityId id, CancellationToken cancel)
    {
        var found = await (from activity in db.Activities
                           where activity.Id == id
                           join course in db.Courses on activity.CourseId equals course.Id
                           select new
                           {
                               course.GradeScopes,
                               course.LineItemsUrl,
                               HasLink = db.Links.Any(link => link.ActivityId == id),
                               Columns = db.GradeColumns.Count(column => column.ActivityId == id && column.RetiredAt == null),
                               Lost = db.GradeColumns.Count(column => column.ActivityId == id && column.RetiredAt == null && column.LostAt != null),
                           }).AsNoTracking().SingleAsync(cancel);
        var scopes = found.GradeScopes.Split(' ');
        bool mayMake = found.LineItemsUrl is not null && scopes.Contains(AgsScopes.LineItem);
        return new ColumnNotice(id, found switch
        {
            { HasLink: false, Columns: 0 } => ColumnStanding.NoLink,
            _ when !scopes.Contains(AgsScopes.Score) => ColumnStanding.NotPermitted,
            { Columns: 0 } => ColumnStanding.NoColumn,
            { Lost: 0 } => ColumnStanding.Fine,
            _ => mayMake ? ColumnStanding.Lost : ColumnStanding.LostForGood,
        });
    }
}
