using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace MentorCourseLti.Features.Assess;

/// <summary>What changed from one attempt to the next, word by word.</summary>
public static class TextChanges
{
    // A word goes with what stands around it only where that has not changed.
    private static readonly DelimiterChunker Words = new([' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '"']);

    /// <summary>Runs of the text in order, each kept, taken away or new.</summary>
    public static IReadOnlyList<TextRun> Between(string before, string after)
    {
        var runs = new List<TextRun>();
        foreach (var piece in InlineDiffBuilder.Diff(Lines(before), Lines(after), ignoreWhiteSpace: false, ignoreCase: false, Words).Lines)
        {
            var change = piece.Type switch { ChangeType.Inserted => TextChange.New, ChangeType.Deleted => TextChange.Gone, _ => TextChange.Kept };
            if (runs.Count > 0 && runs[^1].Change == change)
                runs[^1] = runs[^1] with { Text = runs[^1].Text + piece.Text };
            else
                runs.Add(new TextRun(change, piece.Text));
        }

        return runs;
    }

    // Line ends differ by how the text came in.
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}

public enum TextChange
{
    Kept,
    Gone,
    New,
}

public sealed record TextRun(TextChange Change, string Text);
