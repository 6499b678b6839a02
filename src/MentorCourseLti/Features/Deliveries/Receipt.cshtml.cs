using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Deliveries;

/// <summary>One grade's receipt: what was sent, when, what the LMS answered, and what its gradebook showed.</summary>
public sealed class ReceiptModel(CourseDb db, GradeOutbox outbox, ReadBackWishes readBack, TimeProvider clock) : MemberPage
{
    private const int MostShown = 50;

    public GradeDelivery Delivery { get; private set; } = null!;

    public string? Name { get; private set; }

    public string ActivityTitle { get; private set; } = "";

    /// <summary>The gradebook is being asked what it shows just now: the page looks again.</summary>
    public bool IsBeingRead { get; private set; }

    public IReadOnlyList<DeliveryReceipt> Receipts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var row = Member.MayAssess
            ? await (from delivery in db.Deliveries.AsNoTracking()
                     where delivery.Id == new GradeDeliveryId(id) && delivery.CourseId == Member.CourseId
                     join member in db.Members on delivery.MemberId equals member.Id
                     join activity in db.Activities on delivery.ActivityId equals activity.Id
                     select new { delivery, member.Name, activity.Title }).FirstOrDefaultAsync(cancel)
            : null;
        if (row is null)
            return NotFound();

        IsBeingRead = row.delivery.EverSentGrade && readBack.Ask(row.delivery.ColumnId);
        (Delivery, Name, ActivityTitle) = (row.delivery, row.Name, row.Title);
        Receipts = await db.Receipts.AsNoTracking().Where(receipt => receipt.DeliveryId == row.delivery.Id)
            .OrderByDescending(receipt => receipt.Id).Take(MostShown).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var delivery = Member.MayAssess
            ? await db.Deliveries.SingleOrDefaultAsync(row => row.Id == new GradeDeliveryId(id) && row.CourseId == Member.CourseId, cancel)
            : null;
        if (delivery is null)
            return NotFound();

        outbox.SendAgain(delivery, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
            outbox.RingAfterCommit();
        }
        catch (DbUpdateConcurrencyException)
        {
            // A newer grade is on its way already.
        }

        return RedirectToPage(new { id });
    }
}
