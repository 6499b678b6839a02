using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PracticeLms.Courses;
using PracticeLms.Troubles;

namespace PracticeLms.Pages;

/// <summary>The switchboard, open to everybody: this is a practice LMS.</summary>
public sealed class ChooseSettingsModel(Campus campus, Mischief mischief) : PageModel
{
    public CampusSettings Settings => campus.Settings;

    public Trouble Trouble => mischief.Now;

    public IActionResult OnPostManner(string? manner, GradeSync gradeSync, bool shareNames, bool shareEmails, bool keepsData)
    {
        if (Manners.Manner.Named(manner) is not { } chosen || !Enum.IsDefined(gradeSync)) return BadRequest();

        campus.Save(new() { Manner = chosen.Name, GradeSync = gradeSync, ShareNames = shareNames, ShareEmails = shareEmails, KeepsData = keepsData });
        TempData["Said"] = $"Saved. It behaves like {chosen.Title} now.";
        return RedirectToPage();
    }

    public IActionResult OnPostTrouble(TroubleKind kind, string? share, string? count, bool alsoTokens)
    {
        var percent = string.IsNullOrWhiteSpace(share) ? 100 : Words.Read(share);
        var calls = string.IsNullOrWhiteSpace(count) ? 0 : Words.Read(count);
        if (!Enum.IsDefined(kind) || percent is not (>= 0 and <= 100) || calls is not (>= 0 and <= 1_000_000_000))
        {
            ModelState.AddModelError("trouble", "The share is a number from 0 to 100, and the number of calls a whole number.");
            return Page();
        }

        mischief.Cause(new(kind) { Share = (double)percent / 100, Count = calls > 0 ? (int)calls : null, AlsoTokens = alsoTokens });
        TempData["Said"] = $"Services: {Words.Of(kind)}.";
        return RedirectToPage();
    }
}
