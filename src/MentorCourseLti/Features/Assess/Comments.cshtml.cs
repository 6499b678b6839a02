using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Assess;

/// <summary>A grader's own comments to use again.</summary>
public sealed class CommentsModel(CommentBank bank, IStringLocalizer<CommentsModel> text) : MemberPage
{
    public IReadOnlyList<SavedComment> Saved { get; private set; } = [];

    /// <summary>As typed, where it could not be kept.</summary>
    public string? Text { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        Saved = await bank.ReadAsync(Member, cancel);
        return Page();
    }

    /// <summary>For the script that offers them while one types.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancel) =>
        Member.Supervises ? new JsonResult((await bank.ReadAsync(Member, cancel)).Select(comment => comment.Text)) : NotFound();

    public async Task<IActionResult> OnPostAsync(string? comment, CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        string words = PlainText.Lines(comment).Trim();
        Error = words.Length == 0 ? text["Empty"]
            : words.Length > SavedComment.LongestText ? text["TooLong", SavedComment.LongestText]
            : await bank.KeepAsync(words, Member, cancel) ? null : text["Full", SavedComment.Most].Value;
        if (Error is null)
            return RedirectToPage();
        (Text, Saved) = (comment, await bank.ReadAsync(Member, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid saved, CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        await bank.RemoveAsync(saved, Member, cancel);
        return RedirectToPage();
    }
}
