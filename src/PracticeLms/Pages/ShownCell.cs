using PracticeLms.Gradebooks;

namespace PracticeLms.Pages;

/// <summary>A gradebook cell as the page writes it.</summary>
public sealed record ShownCell(string CourseId, string ItemId, string PersonId, decimal Maximum, Grade Grade, bool MayEdit, bool HasWork)
{
    /// <summary>As in <c>17 / 20</c>.</summary>
    public string Score => $"{(Grade.Score is { } score ? Words.Points(score) : "–")} / {Words.Points(Maximum)}";
}
