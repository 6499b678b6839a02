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

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<ActivitySummary>> ReadActivities = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from activity in db.Activities
            where activity.CourseId == course
            orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
            select new ActivitySummary(activity.Id, activity.Kind, activity.Title, activity.DueAt, activity.LeadersGrade));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<DeliveryCount>> CountDeliveries = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from delivery in db.Deliveries
            where delivery.CourseId == course && (delivery.State == DeliveryState.NeedsLook || delivery.State == DeliveryState.Waiting)
            group delivery by delivery.State into counted
            select new DeliveryCount(counted.Key, counted.Count()));

    public IReadOnlyDictionary<ActivityId, ActivityCount> Counts { get; private init; } = new Dictionary<ActivityId, ActivityCount>();

    public IReadOnlyList<WaitingEntries> EntriesWaiting { get; private init; } = [];

    /// <summary>The activity that is due next, within days, where some have not begun.</summary>
    public NotStarted? NotStarted { get; private init; }

    /// <summary>How many mentors a leader looks after.</summary>
    public int Mentors { get; private init; }

    public int DeliveriesWaiting { get; private init; }

    public int DeliveriesInTrouble { get; private init; }

    /// <summary>The activities with work that waits to be graded by the reader.</summary>
    public IEnumerable<ActivitySummary> WithWorkToGrade =>
        Activities.Where(activity => (Member.MayAssess || activity.LeadersGrade) && Counts.TryGetValue(activity.Id, out var count) && count.ToGrade > 0);

    public int ToGrade => WithWorkToGrade.Sum(activity => Counts[activity.Id].ToGrade);

    internal static async Task<StaffHome> ReadAsync(CourseDb db, CurrentMember member, DateTimeOffset now, CancellationToken cancel)
    {
        var activities = await ReadActivities(db, member.CourseId).ToListAsync(cancel);
        var deliveries = member.MayAssess ? await CountDeliveries(db, member.CourseId).ToListAsync(cancel) : [];
        int CountOf(DeliveryState state) => deliveries.Find(count => count.State == state)?.Count ?? 0;
        return new StaffHome(member, activities)
        {
            Counts = await CountAttempts(db, member).ToDictionaryAsync(count => count.ActivityId, cancel),
            EntriesWaiting = await CountEntries(db, member).ToListAsync(cancel),
            NotStarted = await FindNotStartedAsync(db, member, activities, now, cancel),
            Mentors = member.IsLeader ? await db.Members.SeenBy(member).CountAsync(mentor => mentor.IsActive, cancel) : 0,
            DeliveriesWaiting = CountOf(DeliveryState.Waiting),
            DeliveriesInTrouble = CountOf(DeliveryState.NeedsLook),
        };
    }

    private static IQueryable<ActivityCount> CountAttempts(CourseDb db, CurrentMember member) =>
        from submission in SeenBy(db, member)
        where submission.State >= WorkState.HandedIn
        group submission by submission.ActivityId into counted
        select new ActivityCount(counted.Key, counted.Count(), counted.Count(submission => submission.State == WorkState.HandedIn));

    /// <summary>Of a whole course it is quicker to leave out the few who do not count than to look up everybody who does.</summary>
    private static IQueryable<Submission> SeenBy(CourseDb db, CurrentMember member)
    {
        var submissions = db.Submissions.Where(submission => submission.CourseId == member.CourseId);
        if (member is not { MayAssess: true, Section: null })
            return submissions.Where(submission => db.Members.SeenBy(member).Select(mentor => mentor.Id).Contains(submission.MemberId));
        var others = db.Members.Where(other => other.CourseId == member.CourseId && (other.IsTestUser || (other.Role != MemberRole.Mentor && !other.IsNamedLeader)));
        return submissions.Where(submission => !others.Select(other => other.Id).Contains(submission.MemberId));
    }

    private static IQueryable<WaitingEntries> CountEntries(CourseDb db, CurrentMember member) =>
        from entry in db.LogEntries
        where entry.CourseId == member.CourseId && entry.State == EntryState.Waiting
        join mentor in db.Members.SeenBy(member) on entry.MemberId equals mentor.Id
        group entry by entry.ActivityId into waiting
        select new WaitingEntries(waiting.Key, waiting.Count(), waiting.Count(entry => entry.NeedsAttention));

    private static async Task<NotStarted?> FindNotStartedAsync(CourseDb db, CurrentMember member, List<ActivitySummary> activities, DateTimeOffset now, CancellationToken cancel)
    {
        if (activities.Find(activity => activity.Kind is ActivityKind.Reflection && activity.DueAt > now && activity.DueAt <= now + Soon) is not { DueAt: { } due } next)
            return null;
        // Two lists of the one activity, rather than a look at the work of everybody.
        var begun = db.Submissions.Where(one => one.CourseId == member.CourseId && one.ActivityId == next.Id && one.State > WorkState.NotStarted).Select(one => one.MemberId);
        var otherwise = db.Allowances.Where(one => one.ActivityId == next.Id && (one.IsExcused || one.DueAt != null)).Select(one => one.MemberId);
        int count = await db.Members.SeenBy(member).CountAsync(mentor => mentor.IsActive && !otherwise.Contains(mentor.Id) && !begun.Contains(mentor.Id), cancel);
        return count == 0 ? null : new NotStarted(next.Id, next.Title, due, count);
    }
}
