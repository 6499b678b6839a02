using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Where a page leaves a grade for the gradebook. It only adds to the unit of work: the caller's SaveChanges writes the
/// assessment and the delivery in one transaction, and the caller rings the bell afterwards.
/// </summary>
public sealed class GradeOutbox(CourseDb db, DeliveryBell bell)
{
    /// <summary>Says whether there is a gradebook column for it to go to.</summary>
    public async Task<bool> WantAsync(Activity activity, Member member, GradeNews news, CancellationToken cancel)
    {
        // Student View's test user tries everything and counts nowhere.
        if (member.IsTestUser)
            return false;

        var columns = await db.GradeColumns.Where(column => column.ActivityId == activity.Id).ToListAsync(cancel);
        var deliveries = await db.Deliveries.Where(delivery => delivery.ActivityId == activity.Id && delivery.MemberId == member.Id).ToListAsync(cancel);
        foreach (var column in columns)
        {
            var delivery = deliveries.Find(delivery => delivery.ColumnId == column.Id);
            if (delivery is null)
            {
                delivery = GradeDelivery.For(column, member.Id, news.ChangedAt);
                db.Add(delivery);
            }

            delivery.Want(news);
            Enqueue(delivery);
        }

        return columns.Count > 0;
    }

    /// <summary>The activity's columns should say what it says now.</summary>
    public async Task ChangeColumnsAsync(Activity activity, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var column in await db.GradeColumns.Where(column => column.ActivityId == activity.Id && column.LineItemUrl != null).ToListAsync(cancel))
        {
            var change = await db.ColumnChanges.FindAsync([column.Id], cancel);
            if (change is null)
                db.Add(change = new ColumnChange { ColumnId = column.Id, CourseId = column.CourseId });
            change.Want(now);
        }
    }

    public void SendAgain(GradeDelivery delivery, DateTimeOffset now)
    {
        delivery.SendAgain(now);
        Enqueue(delivery);
    }

    public void RingAfterCommit() => bell.Ring();

    /// <summary>
    /// Writes the state even where it was "waiting" when we read it: the deliverer may settle the row meanwhile, and an
    /// update without the state would leave the new version marked as delivered.
    /// </summary>
    private void Enqueue(GradeDelivery delivery)
    {
        var entry = db.Entry(delivery);
        if (entry.State is not EntityState.Modified)
            return;
        entry.Property(row => row.State).IsModified = true;
        entry.Property(row => row.Tries).IsModified = true;
        entry.Property(row => row.NextTryAt).IsModified = true;
    }
}
