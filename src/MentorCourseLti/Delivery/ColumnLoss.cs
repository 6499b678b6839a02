using Lti.Grades;
using Lti.Services;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Finds out whether a column is gone from its gradebook, where an answer lets one think so.</summary>
internal sealed class ColumnLoss(GradeService grades, CourseDb db, TimeProvider clock)
{
    public static bool MayMeanIt(int? status) => status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone;

    /// <summary>
    /// True where the LMS knows the column no more; then it is written down, and no grade is sent to it. An LMS may answer 404 for a person,
    /// too: the column's own address decides.
    /// </summary>
    public async Task<bool> IsLostAsync(LaneCourse course, GradeColumn column, CancellationToken cancel)
    {
        if (column.LineItemUrl is not { } url
            || await grades.ReadLineItemAsync(course.Platform, new Uri(url), cancel) is not ServiceAnswer<LineItem>.Refused refused || !MayMeanIt(refused.Status))
            return false;
        column.LostAt = clock.GetUtcNow();
        using (await db.WriteTurnAsync(cancel))
            await db.GradeColumns.Where(one => one.Id == column.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LostAt, column.LostAt), cancel);
        return true;
    }
}
