using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>What those who assess should know of an activity's column in the LMS's gradebook.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Standing">Whether its grades have a column to go to.</param>
/// <param name="Change">A change of the column that is on its way, or that a person must look at.</param>
/// <param name="Undelivered">How many of its grades a person must look at.</param>
public sealed record ColumnNotice(ActivityId Id, ColumnStanding Standing, ColumnChange? Change, int Undelivered)
{
    /// <summary>A row for each column of the activity: mostly there is one.</summary>
    private static readonly Func<CourseDb, CourseId, ActivityId, IAsyncEnumerable<Row>> Read = CompiledQuery.Of(
        (CourseDb db, CourseId course, ActivityId id) =>
            from one in db.Courses
            where one.Id == course
            join column in db.GradeColumns.Where(column => column.ActivityId == id && column.RetiredAt == null) on one.Id equals column.CourseId into columns
            from column in columns.DefaultIfEmpty()
            join change in db.ColumnChanges.AsNoTracking() on column.Id equals change.ColumnId into changes
            from change in changes.DefaultIfEmpty()
            select new Row(
                one.GradeScopes,
                one.LineItemsUrl != null,
                db.Links.Any(link => link.ActivityId == id),
                db.Deliveries.Count(delivery => delivery.CourseId == course && delivery.ActivityId == id && delivery.State == DeliveryState.NeedsLook),
                (GradeColumnId?)column.Id,
                column.LostAt != null,
                change));

    /// <summary>None for whoever can do nothing about it.</summary>
    internal static async Task<ColumnNotice?> FindAsync(CourseDb db, CurrentMember member, ActivityId id, CancellationToken cancel)
    {
        if (!member.MayAssess)
            return null;
        var rows = await Read(db, member.CourseId, id).ToListAsync(cancel);
        var change = rows.Find(row => row.Change is { IsWaiting: true } or { NeedsLook: true })?.Change;
        return new ColumnNotice(id, member.ArchivedAt is null ? StandingOf(rows) : ColumnStanding.Fine, change, rows[0].Undelivered);
    }

    private static ColumnStanding StandingOf(List<Row> rows)
    {
        var scopes = rows[0].GradeScopes.Split(' ');
        return rows[0] switch
        {
            { HasLink: false, Id: null } => ColumnStanding.NoLink,
            _ when !scopes.Contains(AgsScopes.Score) => ColumnStanding.NotPermitted,
            { Id: null } => ColumnStanding.NoColumn,
            _ when !rows.Exists(row => row.IsLost) => ColumnStanding.Fine,
            var row => row.HasLineItems && scopes.Contains(AgsScopes.LineItem) ? ColumnStanding.Lost : ColumnStanding.LostForGood,
        };
    }

    private sealed record Row(string GradeScopes, bool HasLineItems, bool HasLink, int Undelivered, GradeColumnId? Id, bool IsLost, ColumnChange? Change);
}
