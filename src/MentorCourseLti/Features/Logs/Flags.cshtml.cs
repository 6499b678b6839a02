using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Mentoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>
/// What somebody should know about, for every page that is open before whoever looks after mentors: <c>flags.ts</c> asks here, so that an entry that is
/// flagged shows within seconds wherever they are.
/// </summary>
public sealed class FlagsModel(CourseDb db, IStringLocalizer<FlagsModel> text) : MemberPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        var seen = db.Members.SeenBy(Member).Select(member => member.Id);
        var flagged = await db.LogEntries.Where(entry => entry.CourseId == Member.CourseId && entry.State == EntryState.Waiting && entry.NeedsAttention && seen.Contains(entry.MemberId))
            .GroupBy(entry => entry.ActivityId).Select(log => new { log.Key, Count = log.Count() }).ToListAsync(cancel);
        int count = flagged.Sum(log => log.Count);
        return new JsonResult(count == 0 ? new { says = "", at = "" } : new { says = (count == 1 ? text["One"] : text["Many", count]).Value, at = Url.Page("Review", new { id = flagged[0].Key.Value })! });
    }
}
