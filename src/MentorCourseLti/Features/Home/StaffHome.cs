using LinqKit;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Home;

/// <summary>What waits for an instructor in the course, or for a leader among the own mentors.</summary>
public sealed record StaffHome(CurrentMember Member, IReadOnlyList<ActivitySummary> Activities)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Counts lie together in an index for each activity and state: a few short walks rather than one through all the work of the course.</summary>
    private static readonly Func<CourseDb, CourseId, MemberId?, string?, IAsyncEnumerable<ActivitySummary>> ReadActivities = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId? leader, string? section) =>
            from activity in db.Activities
            where activity.CourseId == course
            orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
            select new ActivitySummary(activity.Id, activity.Kind, activity.Title, activity.DueAt, activity.LeadersGrade)
            {
                ToGrade = db.Submissions.Count(work => work.CourseId == course && work.ActivityId == activity.Id && work.State == WorkState.HandedIn
                    && Circle.ShowsWorkOf.Invoke(db, work.MemberId, course, leader, section)),
                Graded = db.Submissions.Count(work => work.CourseId == course && work.ActivityId == activity.Id && work.State == WorkState.Graded
                    && Circle.ShowsWorkOf.Invoke(db, work.MemberId, course, leader, section)),
                EntriesWaiting = db.LogEntries.Count(entry => entry.CourseId == course && entry.ActivityId == activity.Id && entry.State == EntryState.Waiting
                    && Circle.ShowsWorkOf.Invoke(db, entry.MemberId, course, leader, section)),
                NeedAttention = db.LogEntries.Count(entry => entry.CourseId == course && entry.ActivityId == activity.Id && entry.State == EntryState.Waiting && entry.NeedsAttention
                    && Circle.ShowsWorkOf.Invoke(db, entry.MemberId, course, leader, section)),
            });

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<DeliveryCount>> CountDeliveries = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from delivery in db.Deliveries
            where delivery.CourseId == course && (delivery.State == DeliveryState.NeedsLook || delivery.State == DeliveryState.Waiting)
            group delivery by delivery.State into counted
            select new DeliveryCount(counted.Key, counted.Count()));

    /// <summary>Two lists of the one activity, rather than a look at the work of everybody. Who is excused or has an own date is in no hurry.</summary>
    private static readonly Func<CourseDb, CourseId, ActivityId, MemberId?, string?, Task<int>> CountNotStarted = CompiledQuery.Of(
        (CourseDb db, CourseId course, ActivityId next, MemberId? leader, string? section) => db.Members.Count(mentor =>
            Circle.IsSeen.Invoke(mentor, course, leader, section) && mentor.IsActive
            && !db.Allowances.Where(one => one.ActivityId == next && (one.IsExcused || one.DueAt != null)).Select(one => one.MemberId).Contains(mentor.Id)
            && !db.Submissions.Where(one => one.CourseId == course && one.ActivityId == next && one.State > WorkState.NotStarted).Select(one => one.MemberId).Contains(mentor.Id)));

    public IEnumerable<ActivitySummary> WithEntriesWaiting => Activities.Where(activity => activity.EntriesWaiting > 0);

    /// <summary>The activity that is due next, within days, where some have not begun.</summary>
    public NotStarted? NotStarted { get; private init; }

    /// <summary>How many mentors a leader looks after.</summary>
    public int Mentors { get; private init; }

    public int DeliveriesWaiting { get; private init; }

    public int DeliveriesInTrouble { get; private init; }

    /// <summary>Attempts that wait to be graded by the reader.</summary>
    public int ToGrade => Activities.Where(activity => Member.MayAssess || activity.LeadersGrade).Sum(activity => activity.ToGrade);

    internal static async Task<StaffHome> ReadAsync(CourseDb db, CurrentMember member, DateTimeOffset now, CancellationToken cancel)
    {
        var activities = await ReadActivities(db, member.CourseId, member.OnlyLedBy, member.SectionLine).ToListAsync(cancel);
        var deliveries = member.MayAssess ? await CountDeliveries(db, member.CourseId).ToListAsync(cancel) : [];
        int CountOf(DeliveryState state) => deliveries.Find(count => count.State == state)?.Count ?? 0;
        return new StaffHome(member, activities)
        {
            NotStarted = await FindNotStartedAsync(db, member, activities, now),
            Mentors = member.IsLeader ? (await db.MentorsSeenByAsync(member, cancel)).Count(mentor => mentor.IsActive) : 0,
            DeliveriesWaiting = CountOf(DeliveryState.Waiting),
            DeliveriesInTrouble = CountOf(DeliveryState.NeedsLook),
        };
    }

    private static async Task<NotStarted?> FindNotStartedAsync(CourseDb db, CurrentMember member, List<ActivitySummary> activities, DateTimeOffset now)
    {
        if (activities.Find(activity => activity.Kind is ActivityKind.Reflection && activity.DueAt > now && activity.DueAt <= now + Soon) is not { DueAt: { } due } next)
            return null;
        int count = await CountNotStarted(db, member.CourseId, next.Id, member.OnlyLedBy, member.SectionLine);
        return count == 0 ? null : new NotStarted(next.Id, next.Title, due, count);
    }
}
