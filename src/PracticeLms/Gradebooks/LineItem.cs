using System.Collections.Concurrent;

namespace PracticeLms.Gradebooks;

/// <summary>A column of a course's gradebook.</summary>
public sealed class LineItem(string id, string courseId, LineItemFacts facts)
{
    private readonly ConcurrentDictionary<string, Cell> cells = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string CourseId { get; } = courseId;

    public LineItemFacts Facts { get; internal set; } = facts;

    public string Label => Facts.Label;

    public decimal ScoreMaximum => Facts.ScoreMaximum;

    /// <summary>The cells that were ever written to, by person.</summary>
    public IReadOnlyDictionary<string, Cell> Cells => cells;

    /// <summary>The person's cell: an empty one when nothing was written yet.</summary>
    public Cell CellOf(string personId) => cells.GetOrAdd(personId, static _ => new Cell());

    public Cell? FindCell(string personId) => cells.GetValueOrDefault(personId);
}
