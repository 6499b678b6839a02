using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Shared;

/// <summary>Tables to be opened in a spreadsheet, which must not take what somebody typed for a formula.</summary>
internal static class CsvFile
{
    /// <param name="rows">The first has the names of the columns.</param>
    public static FileContentResult Of(string name, IEnumerable<string[]> rows) => new(Bytes(rows), "text/csv; charset=utf-8") { FileDownloadName = name };

    /// <param name="isBeginning">Spreadsheets know UTF-8 by the mark at the beginning of a file; what follows has none.</param>
    public static byte[] Bytes(IEnumerable<string[]> rows, bool isBeginning = true)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isBeginning)))
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (string[] row in rows)
                csv.WriteRecord(row);
        }

        return bytes.ToArray();
    }
}
