using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>What mentors logged, for whoever looks after them: what waits, to approve or return one by one or many at once, and everybody's hours.</summary>
[LongPage]
public sealed class ReviewModel(CourseDb db, LogDesk desk, ActivityDesk settings, IStringLocalizer<ReviewModel> text) : MemberPage
{
    private const int PageSize = 100;

    public Activity Log { get; private set; } = null!;

    public IReadOnlyList<EntryToReview> Waiting { get; private set; } = [];

    public int WaitingInAll { get; private set; }

    public IReadOnlyList<MentorHours> Mentors { get; private set; } = [];

    /// <summary>A change of its gradebook column that is not done.</summary>
    public ColumnChange? ColumnChange { get; private set; }

    /// <summary>Whether its grades have a column to go to, for those who can do something about it.</summary>
    public ColumnNotice? Column { get; private set; }

    public string? Error { get; private set; }

    /// <summary>What was typed as a note and is not stored.</summary>
    public string Note { get; private set; } = "";

    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    /// <summary>Set after a review: how many entries it was.</summary>
    public int? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? done, CancellationToken cancel)
    {
        Done = done;
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid[] entries, string? note, string? go, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        (Note, Chosen) = (PlainText.Lines(note).Trim(), entries);
        bool approve = go != "return";
        Error = entries.Length == 0 ? text["ChooseSome"].Value
            : Note.Length > LogEntry.LongestNote ? text["NoteTooLong", LogEntry.LongestNote].Value
            : !approve && Note.Length == 0 ? text["NoteMissing"].Value
            : null;
        if (Error is not null)
            return Page();
        int reviewed = await desk.ReviewAsync(Log, entries, approve, Note, Member, cancel);
        return RedirectToPage(new { id, done = reviewed });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.Supervises || await desk.FindAsync(id, Member.CourseId, cancel) is not { } log)
            return false;
        Log = log;
        if (Member.MayAssess)
            (ColumnChange, Column) = (await settings.OpenChangeAsync(log.Id, cancel), Member.ArchivedAt is null ? await ColumnNotice.OfAsync(db, log.Id, cancel) : null);
        var waiting = from entry in db.LogEntries.AsNoTracking()
                      where entry.ActivityId == log.Id && entry.State == EntryState.Waiting
                      join member in db.Members.SeenBy(Member) on entry.MemberId equals member.Id
                      select new { entry, member.Name };
        WaitingInAll = await waiting.CountAsync(cancel);
        // What somebody should know about comes first.
        Waiting = await waiting.OrderByDescending(one => one.entry.NeedsAttention).ThenBy(one => one.entry.StartsAt).ThenBy(one => one.entry.Id)
            .Take(PageSize).Select(one => new EntryToReview(one.entry, one.Name)).ToListAsync(cancel);
        var hours = await (from entry in db.LogEntries
                           where entry.ActivityId == log.Id
                           group entry by new { entry.MemberId, entry.State } into own
                           select new { own.Key.MemberId, own.Key.State, Minutes = own.Sum(entry => entry.Minutes), Last = own.Max(entry => entry.StartsAt) })
            .ToListAsync(cancel);
        var hoursOf = hours.ToLookup(one => one.MemberId);
        int Of(MemberId member, EntryState state) => hoursOf[member].FirstOrDefault(one => one.State == state)?.Minutes ?? 0;
        Mentors = await db.Members.AsNoTracking().SeenBy(Member).Where(member => member.IsActive)
            .OrderBy(member => member.Name).ThenBy(member => member.Subject)
            .Select(member => new { member.Id, member.Name }).AsAsyncEnumerable()
            .Select(member => new MentorHours(
                member.Name, Of(member.Id, EntryState.Approved), Of(member.Id, EntryState.Waiting), hoursOf[member.Id].Select(one => (DateTimeOffset?)one.Last).Max()))
            .ToListAsync(cancel);
        return true;
    }

    public sealed record EntryToReview(LogEntry Entry, string? Name);

    public sealed record MentorHours(string? Name, int ApprovedMinutes, int WaitingMinutes, DateTimeOffset? LastAt);
}
