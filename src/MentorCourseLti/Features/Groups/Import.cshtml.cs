using System.Text;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Groups;

/// <summary>Takes in all groups of a year at once, from a spreadsheet.</summary>
public sealed class ImportModel(GroupList list, GroupImport import) : MemberPage
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public string List { get; private set; } = "";

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IActionResult OnGet() => Member.MayAssess ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? content, IFormFile? file, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        List = PlainText.Lines(file is { Length: > 0 } ? await ReadAsync(file, cancel) : content);
        (var lines, Problems) = list.Read(List);
        if (Problems.Count > 0)
            return Page();
        (int groups, int mentees, Problems) = await import.TakeAsync(Member.ProgrammeId, lines, cancel);
        return Problems.Count > 0 ? Page() : RedirectToPage("Index", new { groups, mentees });
    }

    private static async Task<string> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict);
            return await reader.ReadToEndAsync(cancel);
        }
        catch (DecoderFallbackException)
        {
            // Excel's plain "CSV" is in the code page of Windows: read as UTF-8, every é of a name would be lost.
            using var reader = new StreamReader(file.OpenReadStream(), Windows);
            return await reader.ReadToEndAsync(cancel);
        }
    }
}
