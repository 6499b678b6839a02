using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentorCourseLti.Features.Audit;

/// <summary>
/// Notes who did what. It looks at every unit of work that a page of somebody who looks after others saves, and adds to it what its changes mean: so it
/// is written in the same transaction, and no page can forget it.
/// </summary>
public sealed class AuditTrail(CourseDb db, TimeProvider clock)
{
    /// <summary>EF Core forgets who listens when the request ends and the context goes back to its pool.</summary>
    public void Follow(CurrentMember member) => db.SavingChanges += (_, _) => Note(member);

    /// <summary>What shows in no changed row. Adds to the unit of work.</summary>
    public void Note(CurrentMember member, AuditAct act) => Add(member, new NotedAct(act));

    private void Note(CurrentMember member)
    {
        // Each look at the tracker compares everything in it: once is enough.
        var rows = db.ChangeTracker.Entries().ToList();
        var acts = rows.Where(row => row.State is not EntityState.Unchanged).Select(row => NotedAct.Of(row, db)).OfType<NotedAct>().ToList();
        var graded = acts.Select(act => act.AttemptId).OfType<AttemptId>().ToList();
        var works = graded.Count == 0 ? [] : WorksOf(graded, rows);
        foreach (var act in acts)
            Add(member, act.AttemptId is { } attempt && works.TryGetValue(attempt, out var work) ? work.Of(act) : act);
    }

    private void Add(CurrentMember member, NotedAct act) => db.Add(new AuditEntry
    {
        CourseId = member.CourseId,
        At = clock.GetUtcNow(),
        ActorId = member.Id,
        ActorName = member.Name,
        ActorRole = member.Role,
        Act = act.Act,
        MentorId = act.MentorId,
        ActivityId = act.ActivityId,
        Thing = act.Thing,
        Changes = act.Changes,
    });

    /// <summary>Whose attempts at what. Most are at hand with their grade; where a rule counts many anew, they are asked for at once.</summary>
    private Dictionary<AttemptId, Work> WorksOf(IReadOnlyCollection<AttemptId> attempts, List<EntityEntry> rows)
    {
        var tracked = rows.ConvertAll(row => row.Entity);
        var works = (from attempt in tracked.OfType<Attempt>().IntersectBy(attempts, attempt => attempt.Id)
                     join submission in tracked.OfType<Submission>() on attempt.SubmissionId equals submission.Id
                     join activity in tracked.OfType<Activity>() on submission.ActivityId equals activity.Id
                     select (attempt.Id, Work: new Work(submission.MemberId, activity.Id, activity.IsAnonymous))).ToDictionary(one => one.Id, one => one.Work);
        var missing = attempts.Where(attempt => !works.ContainsKey(attempt)).ToList();
        if (missing.Count == 0)
            return works;
        foreach (var row in (from attempt in db.Attempts
                             where missing.Contains(attempt.Id)
                             join submission in db.Submissions on attempt.SubmissionId equals submission.Id
                             join activity in db.Activities on submission.ActivityId equals activity.Id
                             select new { attempt.Id, Work = new Work(submission.MemberId, activity.Id, activity.IsAnonymous) }).ToList())
            works[row.Id] = row.Work;
        return works;
    }

    private sealed record Work(MemberId MemberId, ActivityId ActivityId, bool IsAnonymous)
    {
        /// <summary>Whose it is where names would lead is noted when the grade is released, not before.</summary>
        public NotedAct Of(NotedAct act) => act with { MentorId = act.Act is AuditAct.Graded && IsAnonymous ? null : MemberId, ActivityId = ActivityId };
    }
}
