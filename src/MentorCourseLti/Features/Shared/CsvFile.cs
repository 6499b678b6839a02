using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Shared;

/// <summary>Tables to be opened in a spreadsheet, which must not take what somebody typed for a formula.</summary>
internal static class CsvFile
{
    /// <param name="rows">The first has the names of the columns.</param>
    public static FileContentResult Of(string name, IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        // Spreadsheets know UTF-8 by its mark.
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (string[] row in rows)
                csv.WriteRecord(row);
        }

        return new FileContentResult(bytes.ToArray(), "text/csv; charset=utf-8") { FileDownloadName = name };
    }
}
