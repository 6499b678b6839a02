using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Gradebook;

/// <summary>People by activities: each cell its score and how its grade stands. Three statements, whatever the size.</summary>
public sealed class IndexModel(CourseDb db) : MemberPage
{
    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<Column>> ReadColumns = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from activity in db.Activities
        where activity.CourseId == course
        orderby activity.DueAt, activity.CreatedAt
        select new Column(activity.Id, activity.Kind, activity.Title, activity.Points));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<Cell>> ReadCells = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from delivery in db.Deliveries
        where delivery.CourseId == course
        orderby delivery.ChangedAt
        select new Cell(
            delivery.MemberId, delivery.ActivityId, delivery.Id, delivery.Score, delivery.OutOf, delivery.State, delivery.Tries, delivery.NextTryAt,
            delivery.SentScore, delivery.SentOutOf, delivery.SeenAt, delivery.SeenScore, delivery.SeenOutOf));

    private Dictionary<(MemberId, ActivityId), Cell> cells = [];

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
            if (!cells.TryGetValue((cell.MemberId, cell.ActivityId), out var other) || other.State is not DeliveryState.NeedsLook)
                cells[(cell.MemberId, cell.ActivityId)] = cell;
        }

        NeedLook = cells.Values.Count(cell => cell.State is DeliveryState.NeedsLook);
        Differ = cells.Values.Count(cell => cell.Differs);
        return Page();
    }

    public Cell? CellOf(Mentor mentor, Column column) => cells.GetValueOrDefault((mentor.Id, column.Id));

    public sealed record Mentor(MemberId Id, string? Name, bool IsActive);

    public sealed record Column(ActivityId Id, ActivityKind Kind, string Title, decimal Points);

    public sealed record Cell(
        MemberId MemberId, ActivityId ActivityId, GradeDeliveryId Id, decimal? Score, decimal OutOf, DeliveryState State, int Tries, DateTimeOffset NextTryAt,
        decimal? SentScore, decimal? SentOutOf, DateTimeOffset? SeenAt, decimal? SeenScore, decimal? SeenOutOf)
    {
        /// <summary>The gradebook, when last read, showed another grade than the one sent.</summary>
        public bool Differs => SeenAt is not null && SentScore is { } sent && !GradeComparison.Same(sent, SentOutOf ?? OutOf, SeenScore, SeenOutOf);
    }
}
