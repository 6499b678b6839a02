using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Delivery;

internal static class ColumnQueries
{
    /// <summary>Those that stand in the LMS's gradebook, as far as we know, and are still their activity's.</summary>
    public static IQueryable<GradeColumn> ThatStand(this IQueryable<GradeColumn> columns) =>
        columns.Where(column => column.LineItemUrl != null && column.LostAt == null && column.RetiredAt == null);
}
