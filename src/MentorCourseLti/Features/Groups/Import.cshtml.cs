using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Groups;

/// <summary>Takes in all groups of a year at once, from a spreadsheet.</summary>
public sealed class ImportModel(GroupList list, GroupImport import) : MemberPage
{
    public string List { get; private set; } = "";

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IActionResult OnGet() => Member.MayAssess ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? content, IFormFile? file, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        List = PlainText.Lines(file is { Length: > 0 } ? await UploadedText.ReadAsync(file, GroupList.LongestText, cancel) : content);
        (var lines, Problems) = list.Read(List);
        if (Problems.Count > 0)
            return Page();
        (int groups, int mentees, Problems) = await import.TakeAsync(Member.ProgrammeId, lines, cancel);
        return Problems.Count > 0 ? Page() : RedirectToPage("Index", new { groups, mentees });
    }
}
