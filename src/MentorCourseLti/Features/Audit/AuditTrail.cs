using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

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
        var acts = db.ChangeTracker.Entries().Where(row => row.State is not EntityState.Unchanged).ToList().Select(row => NotedAct.Of(row, db)).OfType<NotedAct>().ToList();
        var works = WorksOf([.. acts.Select(act => act.AttemptId).OfType<AttemptId>()]);
        foreach (var act in acts)
            Add(member, act.AttemptId is { } attempt && works.TryGetValue(attempt, out var work) ? act with { MentorId = work.MemberId, ActivityId = work.ActivityId } : act);
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
    private Dictionary<AttemptId, Work> WorksOf(IReadOnlyCollection<AttemptId> attempts)
    {
        var submissions = db.ChangeTracker.Entries<Submission>().Select(entry => entry.Entity).ToDictionary(submission => submission.Id);
        var works = new Dictionary<AttemptId, Work>();
        var missing = new List<AttemptId>();
        foreach (var id in attempts)
        {
            if (db.Attempts.Local.FindEntry(id)?.Entity is { } attempt && submissions.TryGetValue(attempt.SubmissionId, out var submission))
                works[id] = new Work(submission.MemberId, submission.ActivityId);
            else
                missing.Add(id);
        }

        if (missing.Count == 0)
            return works;
        foreach (var row in (from attempt in db.Attempts
                             where missing.Contains(attempt.Id)
                             join submission in db.Submissions on attempt.SubmissionId equals submission.Id
                             select new { attempt.Id, submission.MemberId, submission.ActivityId }).ToList())
            works[row.Id] = new Work(row.MemberId, row.ActivityId);
        return works;
    }

    private sealed record Work(MemberId MemberId, ActivityId ActivityId);
}
