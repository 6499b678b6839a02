using MentorCourseLti.Data;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Logs;

/// <summary>A mentor's own log: the hours, and each session with what became of it.</summary>
public sealed class IndexModel(CourseDb db, LogDesk desk, AttachmentDesk attachments) : MemberPage
{
    public Activity Log { get; private set; } = null!;

    public Hours Hours { get; private set; }

    public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

    /// <summary>What the log gives to read.</summary>
    public IReadOnlyList<Attachment> Instructions { get; private set; } = [];

    /// <summary>Set after a session was logged.</summary>
    public bool IsLogged { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool logged, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, Member.CourseId, cancel) is not { } log)
            return NotFound();
        if (Member.Supervises && !Member.MayHandIn)
            return RedirectToPage("Review", new { id });

        (Log, IsLogged) = (log, logged);
        Instructions = await attachments.OfInstructionsAsync(log.Id, cancel);
        Hours = await desk.HoursAsync(log, Member.Id, cancel);
        Entries = await db.LogEntries.AsNoTracking().Where(entry => entry.ActivityId == log.Id && entry.MemberId == Member.Id)
            .OrderByDescending(entry => entry.StartsAt).ToListAsync(cancel);
        return Page();
    }
}
