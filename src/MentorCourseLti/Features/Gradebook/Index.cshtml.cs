using System.Runtime.InteropServices;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Gradebook;

/// <summary>People by activities: each cell its score and how its grade stands. A handful of statements, whatever the size.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db) : MemberPage
{
    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<Column>> ReadColumns = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from activity in db.Activities
        where activity.CourseId == course
        orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
        select new Column(activity.Id, activity.Kind, activity.Title, activity.Points));

    /// <summary>Six thousand of them: no more than what an index holds.</summary>
    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<Cell>> ReadCells = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from delivery in db.Deliveries
        where delivery.CourseId == course
        select new Cell(delivery.MemberId, delivery.ActivityId, delivery.Id, delivery.Score, delivery.State, delivery.Differs));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<Trying>> ReadTrying = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from delivery in db.Deliveries
        where delivery.CourseId == course && delivery.State == DeliveryState.Waiting && delivery.Tries > 0
        select new Trying(delivery.Id, delivery.NextTryAt));

    private readonly Dictionary<(MemberId, ActivityId), Cell> cells = [];

    /// <summary>When those are tried again that the LMS could not take yet.</summary>
    private Dictionary<GradeDeliveryId, DateTimeOffset> trying = [];

    public IReadOnlyList<Mentor> Mentors { get; private set; } = [];

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public int NeedLook { get; private set; }

    public int Differ { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Mentors = await db.Members.SeenBy(Member)
            .Where(member => member.IsActive || db.Deliveries.Any(delivery => delivery.MemberId == member.Id))
            .OrderBy(member => member.Name).ThenBy(member => member.Subject)
            .Select(member => new Mentor(member.Id, member.Name, member.IsActive)).ToListAsync(cancel);
        Columns = await ReadColumns(db, Member.CourseId).ToListAsync(cancel);
        // An activity with several links has several cells for one person: the newest stands for them, unless one needs a person.
        await foreach (var cell in ReadCells(db, Member.CourseId).WithCancellation(cancel))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (cell.MemberId, cell.ActivityId), out bool isTaken);
            if (!isTaken || cell.State is DeliveryState.NeedsLook || (place!.State is not DeliveryState.NeedsLook && cell.Id.Value.CompareTo(place.Id.Value) > 0))
                place = cell;
        }

        trying = await ReadTrying(db, Member.CourseId).ToDictionaryAsync(one => one.Id, one => one.NextTryAt, cancellationToken: cancel);
        NeedLook = cells.Values.Count(cell => cell.State is DeliveryState.NeedsLook);
        Differ = cells.Values.Count(cell => cell.Differs);
        return Page();
    }

    public Cell? CellOf(Mentor mentor, Column column) => cells.GetValueOrDefault((mentor.Id, column.Id));

    public sealed record Mentor(MemberId Id, string? Name, bool IsActive);

    public sealed record Column(ActivityId Id, ActivityKind Kind, string Title, decimal Points);

    public DateTimeOffset? TriesAgainAt(Cell cell) => trying.TryGetValue(cell.Id, out var at) ? at : null;

    public sealed record Cell(MemberId MemberId, ActivityId ActivityId, GradeDeliveryId Id, decimal? Score, DeliveryState State, bool Differs);

    private sealed record Trying(GradeDeliveryId Id, DateTimeOffset NextTryAt);
}
