using CsvHelper;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Groups;

/// <summary>Reads a list of groups as spreadsheets save or copy it: a heading line, then one line for each mentee or mentor; commas, semicolons or tabs between.</summary>
public sealed class GroupList(IStringLocalizer<GroupList> text)
{
    public const int LongestText = 1_000_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    private const string Group = "group";
    private const string Mentor = "mentor";
    private const string Mentee = "mentee";
    private const int MostLines = 10_000;
    private const int LongestGroup = 100;
    private const int MostProblems = 20;

    /// <summary>The lines, or all that is wrong with the list, in sentences. Nothing is taken from a list that is wrong anywhere.</summary>
    public (IReadOnlyList<GroupLine> Lines, IReadOnlyList<string> Problems) Read(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return ([], [text["Empty"]]);
        if (list.Length > LongestText)
            return ([], [text["TooLong"]]);
        // A list that is copied out of a file may bring its byte order mark along, and may begin with empty lines.
        string content = list.TrimStart('\uFEFF').TrimStart('\n', ' ');
        int above = list.AsSpan(0, list.Length - content.Length).Count('\n');
        try
        {
            return ReadLines(content.TrimEnd(), above);
        }
        catch (CsvFormatException exception)
        {
            return ([], [text["NotReadable", above + exception.LineNumber]]);
        }
    }

    private (IReadOnlyList<GroupLine> Lines, IReadOnlyList<string> Problems) ReadLines(string content, int above)
    {
        using var reader = CsvReader.FromText(content, new CsvReaderOptions
        {
            Separator = SeparatorOf(content),
            TrimWhitespace = true,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
        });
        var (lines, problems) = (new List<GroupLine>(), new List<string>());
        reader.ReadHeader();
        List<string> columns = [.. (reader.Headers ?? []).Select(column => column.Trim().ToLowerInvariant())];
        string[] named = [.. columns.Where(column => column.Length > 0)];
        if (!named.Contains(Group, StringComparer.Ordinal) || named.Length < 2 || named.Except([Group, Mentor, Mentee], StringComparer.Ordinal).Any() || named.Distinct(StringComparer.Ordinal).Count() < named.Length)
            return ([], [text["Columns", string.Join(", ", named).Excerpt(200)]]);
        string? Cell(string column) => columns.IndexOf(column) is >= 0 and var at ? PlainText.Line(reader.GetString(at), int.MaxValue) : null;
        while (reader.Read() && problems.Count < MostProblems)
        {
            int row = above + (int)reader.LineNumber;
            string? group = Cell(Group), mentor = Cell(Mentor), mentee = Cell(Mentee);
            if ((group, mentor, mentee) is (null, null, null))
                continue;
            if (Enumerable.Range(columns.Count, Math.Max(0, reader.FieldCount - columns.Count)).Any(extra => !string.IsNullOrWhiteSpace(reader.GetString(extra))))
                problems.Add(text["TooWide", row]);
            else if (group is not { Length: <= LongestGroup })
                problems.Add(text[group is null ? "Group.Missing" : "Group.TooLong", row, LongestGroup]);
            else if (mentee?.Length > Internship.Groups.Mentee.LongestName)
                problems.Add(text["Mentee.TooLong", row, mentee.Excerpt(40), Internship.Groups.Mentee.LongestName]);
            else
                lines.Add(new GroupLine(row, group, mentor, mentee));
            if (lines.Count > MostLines)
                return ([], [text["TooLong"]]);
        }

        if (lines.Count == 0 && problems.Count == 0)
            problems.Add(text["Empty"]);
        return problems.Count > 0 ? ([], problems) : (lines, []);
    }

    /// <summary>What stands between the names of the first line.</summary>
    private static char SeparatorOf(string list) => Separators.MaxBy(candidate => list.AsSpan(0, list.AsSpan().IndexOf('\n') is >= 0 and var end ? end : list.Length).Count(candidate));
}
