using System.Linq.Expressions;
using LinqKit;
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

/// <summary>What mentors logged, for whoever looks after them: what waits, to approve or return one by one or many at once; what was reviewed; and everybody's hours.</summary>
[LongPage]
public sealed class ReviewModel(CourseDb db, LogDesk desk, LogReview review, IStringLocalizer<ReviewModel> text) : MemberPage
{
    private const int PageSize = 50;

    private static readonly Expression<Func<LogEntry, Member, EntryToReview>> ToReview = (entry, member) => new EntryToReview
    {
        Id = entry.Id,
        Version = entry.Version,
        Name = member.Name,
        StartsAt = entry.StartsAt,
        Minutes = entry.Minutes,
        WasHeld = entry.WasHeld,
        Kind = entry.Kind,
        Who = entry.Who,
        Did = entry.Did,
        Next = entry.Next,
        NeedsAttention = entry.NeedsAttention,
        State = entry.State,
        Note = entry.Note,
        IsAgain = entry.ReviewedAt != null,
    };

    /// <summary>What somebody should know about comes first.</summary>
    private static readonly Func<CourseDb, ActivityId, CourseId, MemberId?, string?, IAsyncEnumerable<EntryToReview>> ReadWaiting = CompiledQuery.Of(
        (CourseDb db, ActivityId log, CourseId course, MemberId? leader, string? section) =>
            (from entry in db.LogEntries
             where entry.ActivityId == log && entry.State == EntryState.Waiting
             join member in db.Members on entry.MemberId equals member.Id
             where Circle.IsSeen.Invoke(member, course, leader, section)
             orderby entry.NeedsAttention descending, entry.StartsAt, entry.Id
             select ToReview.Invoke(entry, member)).Take(PageSize));

    private static readonly Func<CourseDb, ActivityId, CourseId, MemberId?, string?, IAsyncEnumerable<EntryToReview>> ReadReviewed = CompiledQuery.Of(
        (CourseDb db, ActivityId log, CourseId course, MemberId? leader, string? section) =>
            (from entry in db.LogEntries
             where entry.ActivityId == log && entry.State != EntryState.Waiting
             join member in db.Members on entry.MemberId equals member.Id
             where Circle.IsSeen.Invoke(member, course, leader, section)
             orderby entry.ReviewedAt descending, entry.Id
             select ToReview.Invoke(entry, member)).Take(PageSize));

    private static readonly Func<CourseDb, ActivityId, IAsyncEnumerable<Sum>> SumUp = CompiledQuery.Of((CourseDb db, ActivityId log) =>
        from entry in db.LogEntries
        where entry.ActivityId == log
        group entry by entry.MemberId into own
        select new Sum(
            own.Key,
            own.Where(entry => entry.State == EntryState.Approved).Sum(entry => entry.Minutes),
            own.Where(entry => entry.State == EntryState.Waiting).Sum(entry => entry.Minutes),
            own.Count(entry => entry.State == EntryState.Waiting),
            own.Max(entry => entry.StartsAt)));

    public Activity Log { get; private set; } = null!;

    /// <summary>What was reviewed, the newest first, in place of what waits: to be read again, and returned where it was approved too soon.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Reviewed { get; set; }

    public IReadOnlyList<EntryToReview> Entries { get; private set; } = [];

    public int WaitingInAll { get; private set; }

    /// <summary>There are more than are shown.</summary>
    public bool IsCutOff => Reviewed ? Entries.Count == PageSize : WaitingInAll > Entries.Count;

    public IReadOnlyList<MentorHours> Mentors { get; private set; } = [];

    /// <summary>How its gradebook column is, for those who can do something about it.</summary>
    public ColumnNotice? Column { get; private set; }

    public string? Error { get; private set; }

    /// <summary>What was typed as a note and is not stored.</summary>
    public string Note { get; private set; } = "";

    public IReadOnlyCollection<LogEntryId> Chosen { get; private set; } = [];

    /// <summary>Set after a review: how many entries it was.</summary>
    public int? Done { get; private set; }

    /// <summary>They went back to their mentors.</summary>
    public bool Returned { get; private set; }

    /// <summary>How many of those chosen had changed meanwhile, and wait as they are now.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? done, int left, bool returned, CancellationToken cancel)
    {
        (Done, Left, Returned) = (done, left, returned);
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string[] entries, string? note, string? go, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        var seen = entries.Select(SeenEntry.Find).OfType<SeenEntry>().ToList();
        (Note, Chosen) = (PlainText.Lines(note).Trim(), seen.ConvertAll(one => one.Id));
        bool approve = go != "return";
        Error = seen.Count == 0 ? text["ChooseSome"].Value
            : Note.Length > LogEntry.LongestNote ? text["NoteTooLong", LogEntry.LongestNote].Value
            : !approve && Note.Length == 0 ? text["NoteMissing"].Value
            : null;
        if (Error is not null)
            return Page();
        int done = await review.ReviewAsync(Log, seen, approve, Note, Member, cancel);
        if (done == 0)
        {
            Error = text["NothingDone"];
            return await ReadAsync(id, cancel) ? Page() : NotFound();
        }

        return RedirectToPage(new { id, done, left = seen.Count - done, returned = !approve, reviewed = Reviewed });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.Supervises || await desk.FindAsync(id, Member.CourseId, cancel) is not { } log)
            return false;
        Log = log;
        Column = await ColumnNotice.FindAsync(db, Member, log.Id, cancel);
        Entries = await (Reviewed ? ReadReviewed : ReadWaiting)(db, log.Id, log.CourseId, Member.OnlyLedBy, Member.SectionLine).ToListAsync(cancel);
        var sums = await SumUp(db, log.Id).ToDictionaryAsync(sum => sum.MemberId, cancellationToken: cancel);
        var mentors = await db.MentorsSeenByAsync(Member, cancel);
        WaitingInAll = mentors.Sum(mentor => sums.GetValueOrDefault(mentor.Id)?.Entries ?? 0);
        Mentors = [.. from mentor in mentors
                      where mentor.IsActive
                      let sum = sums.GetValueOrDefault(mentor.Id)
                      select new MentorHours(mentor.Name, sum?.Approved ?? 0, sum?.Waiting ?? 0, sum?.Last)];
        return true;
    }

    public sealed record EntryToReview
    {
        public required LogEntryId Id { get; init; }

        public required int Version { get; init; }

        public SeenEntry Seen => new(Id, Version);

        public required string? Name { get; init; }

        public required DateTimeOffset StartsAt { get; init; }

        public required int Minutes { get; init; }

        public required bool WasHeld { get; init; }

        public required MeetingKind Kind { get; init; }

        public required IReadOnlyList<string> Who { get; init; }

        public required string Did { get; init; }

        public required string Next { get; init; }

        public required bool NeedsAttention { get; init; }

        public required EntryState State { get; init; }

        public required string Note { get; init; }

        /// <summary>It was looked at before, and told anew.</summary>
        public required bool IsAgain { get; init; }
    }

    public sealed record MentorHours(string? Name, int ApprovedMinutes, int WaitingMinutes, DateTimeOffset? LastAt);

    /// <param name="Entries">How many wait.</param>
    private sealed record Sum(MemberId MemberId, int Approved, int Waiting, int Entries, DateTimeOffset Last);
}
