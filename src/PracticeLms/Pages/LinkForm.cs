namespace PracticeLms.Pages;

/// <summary>What a teacher types about a link, and what is wrong with it.</summary>
public sealed class LinkForm
{
    public string? Title { get; set; }

    public bool HasColumn { get; set; }

    public string? Points { get; set; }

    public decimal? ReadPoints => HasColumn ? Words.Read(Points) : null;

    public IEnumerable<(string Field, string Sentence)> Faults()
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return ("Form.Title", "A link needs a title.");
        else if (Title.Length > 255) yield return ("Form.Title", "A title has at most 255 characters.");
        if (HasColumn && ReadPoints is not (> 0 and <= 10_000)) yield return ("Form.Points", "Points are a number above 0 and at most 10000.");
    }
}
