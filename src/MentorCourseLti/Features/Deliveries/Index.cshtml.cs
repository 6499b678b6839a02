using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Deliveries;

/// <summary>Where each grade stands on its way to the gradebook, those that need a person first.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, GradeOutbox outbox, TimeProvider clock) : MemberPage
{
    private const int PageSize = 100;
    private const int MostTries = 3;

    [BindProperty(SupportsGet = true, Name = "activity")]
    public Guid? ActivityId { get; set; }

    /// <summary>Only those in this state: <c>needsLook</c>. Anything else is all.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    public bool OnlyTroubled => State == "needsLook";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string? ActivityTitle { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Grades that a person may want to send again: refused, given up, or shown differently by the gradebook.</summary>
    public int InTrouble { get; private set; }

    /// <summary>On this page, some show another grade in the gradebook than the one sent.</summary>
    public bool AnyDiffering => Rows.Any(row => row.Delivery.Differs);

    public bool AnyWaiting => Rows.Any(row => row.Delivery.State is DeliveryState.Waiting);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (ActivityId is { } id)
        {
            ActivityTitle = await db.Activities.Where(activity => activity.Id == new ActivityId(id) && activity.CourseId == Member.CourseId)
                .Select(activity => activity.Title).FirstOrDefaultAsync(cancel);
            if (ActivityTitle is null)
                return NotFound();
        }

        int page = Math.Clamp(PageNumber, 1, 10_000);
        var shown = OnlyTroubled ? Troubled() : Chosen();
        var rows = await (from delivery in shown.AsNoTracking()
                          join member in db.Members on delivery.MemberId equals member.Id
                          join activity in db.Activities on delivery.ActivityId equals activity.Id
                          orderby delivery.State == DeliveryState.NeedsLook ? 0 : delivery.State == DeliveryState.Waiting ? 1 : 2, delivery.ChangedAt descending, delivery.Id
                          select new Row(delivery, member.Name, activity.Title))
            .Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize)];
        InTrouble = await Troubled().CountAsync(cancel);
        return Page();
    }

    /// <summary>Sends again all that were refused or given up.</summary>
    public Task<IActionResult> OnPostTroubledAsync(CancellationToken cancel) =>
        SendAgainAsync(Troubled(), cancel);

    /// <summary>Sends again all whose cell, when it was last read, showed another grade.</summary>
    public Task<IActionResult> OnPostDifferingAsync(CancellationToken cancel) => SendAgainAsync(Chosen().Where(delivery => delivery.Differs), cancel);

    /// <summary>Sends every grade again, such as after the LMS was restored from a backup.</summary>
    public Task<IActionResult> OnPostAllAsync(CancellationToken cancel) =>
        SendAgainAsync(Chosen().Where(delivery => delivery.Score != null), cancel);

    private IQueryable<GradeDelivery> Chosen()
    {
        var own = db.Deliveries.Where(delivery => delivery.CourseId == Member.CourseId);
        if (Member.Section is not null)
            own = own.Where(delivery => db.Members.SeenBy(Member).Any(mentor => mentor.Id == delivery.MemberId));
        return ActivityId is { } id ? own.Where(delivery => delivery.ActivityId == new ActivityId(id)) : own;
    }

    private IQueryable<GradeDelivery> Troubled() => Chosen().Where(delivery => delivery.State == DeliveryState.NeedsLook);

    private async Task<IActionResult> SendAgainAsync(IQueryable<GradeDelivery> which, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();

        // A newer grade may be released at this moment: then all are looked at once more.
        for (int attempt = 1; attempt <= MostTries; attempt++)
        {
            var now = clock.GetUtcNow();
            foreach (var delivery in await which.ToListAsync(cancel))
                outbox.SendAgain(delivery, now);
            if (await db.TrySaveAsync(cancel))
                break;
        }

        outbox.RingAfterCommit();
        return RedirectToPage(new { activity = ActivityId });
    }

    public sealed record Row(GradeDelivery Delivery, string? Name, string Activity);
}
