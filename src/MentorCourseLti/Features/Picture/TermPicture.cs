using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Features.Picture;

/// <summary>Mentors by activities: how each stands with each.</summary>
public sealed record TermPicture(IReadOnlyList<PictureColumn> Columns, IReadOnlyList<PictureRow> Rows)
{
    public int Count(CellState state) => Rows.Sum(row => row.Cells.Count(cell => cell == state));

    /// <summary>Mentors whose name has these words in it.</summary>
    public TermPicture Of(string words) =>
        words.Length == 0 ? this : this with { Rows = [.. Rows.Where(row => row.Name?.Contains(words, StringComparison.CurrentCultureIgnoreCase) is true)] };

    /// <summary>Activities of one kind.</summary>
    public TermPicture Of(ActivityKind kind)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(column => Columns[column].Kind == kind)];
        return new TermPicture([.. kept.Select(column => Columns[column])], [.. Rows.Select(row => row with { Cells = [.. kept.Select(column => row.Cells[column])] })]);
    }

    /// <summary>What is in one state, and only the mentors and activities where something is.</summary>
    public TermPicture In(CellState state)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(column => Rows.Any(row => row.Cells[column] == state))];
        var rows = from row in Rows
                   where row.Cells.Contains(state)
                   select row with { Cells = [.. kept.Select(column => row.Cells[column] == state ? state : (CellState?)null)] };
        return new TermPicture([.. kept.Select(column => Columns[column])], [.. rows]);
    }
}

public sealed record PictureColumn(ActivityId Id, ActivityKind Kind, string Title, DateTimeOffset? DueAt);

/// <param name="Cells">One for each column; none where it is filtered out.</param>
public sealed record PictureRow(string? Name, bool IsActive, IReadOnlyList<CellState?> Cells);
