using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rules;

/// <summary>Gives one mentor a date of their own, or excuses them. A grade that counts otherwise by it goes to the gradebook with it.</summary>
public sealed class AllowanceDesk(CourseDb db, GradeRecount recount, GradeOutbox outbox, TimeProvider clock)
{
    public Task<Allowance?> FindAsync(ActivityId activity, MemberId mentor, CancellationToken cancel) =>
        db.Allowances.FirstOrDefaultAsync(allowance => allowance.ActivityId == activity && allowance.MemberId == mentor, cancel);

    /// <summary>False where somebody else gave one meanwhile: nothing is written.</summary>
    public async Task<bool> GiveAsync(Activity activity, Member mentor, AllowanceForm form, DateTimeOffset? dueAt, CurrentMember by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var allowance = await FindAsync(activity.Id, mentor.Id, cancel);
        if ((allowance?.Version ?? 0) != form.Version)
            return false;
        if (allowance is null)
        {
            allowance = new Allowance { Id = AllowanceId.New(now), CourseId = activity.CourseId, ActivityId = activity.Id, MemberId = mentor.Id };
            db.Add(allowance);
        }

        allowance.Give(dueAt, form.IsExcused, form.NoteLine(), by.Id, now);
        await recount.AllAsync(activity, now, cancel);
        if (!await db.TrySaveAsync(cancel))
            return false;

        outbox.Changed(activity.CourseId);
        outbox.RingAfterCommit();
        return true;
    }
}
