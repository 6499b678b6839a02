using MentorCourseLti.Hosting;

namespace MentorCourseLti.Features.Shared;

/// <summary>Names as people type or paste them: one a line, or with commas between. Each counts once.</summary>
internal static class NameList
{
    private static readonly char[] Between = [',', ';', '\n', '\t'];

    public static IReadOnlyList<string> Read(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split(Between).Select(name => PlainText.Line(name, int.MaxValue)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
