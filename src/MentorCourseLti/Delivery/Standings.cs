using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Counts what mentors have done toward a participation grade: in a handful of statements for the whole course.</summary>
public sealed class Standings(CourseDb db)
{
    /// <summary>Of everybody who takes part, or of one mentor.</summary>
    public async Task<IReadOnlyList<Standing>> OfAsync(Activity activity, Participation participation, MemberId? only, DateTimeOffset now, CancellationToken cancel)
    {
        var mentors = await db.Members.AsNoTracking().WhoMentor()
            .Where(member => member.CourseId == activity.CourseId && (only == null ? member.IsActive : member.Id == only))
            .OrderBy(member => member.Name).ThenBy(member => member.Subject).ToListAsync(cancel);
        var facts = await ReadAsync(activity.CourseId, only, now, cancel);
        return [.. mentors.Select(mentor => new Standing(mentor, [.. participation.Parts.Select(part => facts.Of(part.Kind, mentor.Id))]))];
    }

    private async Task<CourseFacts> ReadAsync(CourseId course, MemberId? only, DateTimeOffset now, CancellationToken cancel)
    {
        var reflections = await db.Activities.AsNoTracking().Where(one => one.CourseId == course && one.Kind == ActivityKind.Reflection).ToListAsync(cancel);
        var allowances = await db.Allowances.AsNoTracking().Where(one => one.CourseId == course && (only == null || one.MemberId == only)).ToListAsync(cancel);
        // Handed in is what stands, and what was graded once, even where it is being worked over: the state says so, and an index holds it.
        var handedIn = await (from submission in db.Submissions
                              where submission.CourseId == course && submission.State >= WorkState.HandedIn && (only == null || submission.MemberId == only)
                              join activity in db.Activities on submission.ActivityId equals activity.Id
                              join one in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { one.ActivityId, one.MemberId } into given
                              from allowance in given.DefaultIfEmpty()
                              where allowance == null || !allowance.IsExcused
                              group allowance.DueAt ?? activity.DueAt by submission.MemberId into own
                              select new { own.Key, Count = own.Count(), WereDue = own.Count(due => due < now) }).ToDictionaryAsync(own => own.Key, own => new HandedIn(own.Count, own.WereDue), cancel);
        // Of each work the newest grade. Not as joins: SQLite would look each row up by its id, all over the tables; so it goes in this order, through
        // indexes in which what is of one course lies together.
        var graded = await (from submission in db.Submissions
                            where submission.CourseId == course && (only == null || submission.MemberId == only)
                            from attempt in db.Attempts
                            where attempt.CourseId == submission.CourseId && attempt.SubmissionId == submission.Id && attempt.GradedAt != null && !db.Attempts.Any(newer => newer.CourseId == course && newer.SubmissionId == submission.Id && newer.GradedAt != null && newer.Number > attempt.Number)
                            from assessment in db.Assessments
                            where assessment.CourseId == attempt.CourseId && assessment.AttemptId == attempt.Id && assessment.ReleasedAt != null
                            join one in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { one.ActivityId, one.MemberId } into given
                            from allowance in given.DefaultIfEmpty()
                            where allowance == null || !allowance.IsExcused
                            select new { submission.MemberId, assessment.Score, assessment.OutOf }).ToListAsync(cancel);
        var sessions = await (from entry in db.LogEntries
                              where entry.CourseId == course && entry.State == EntryState.Approved && entry.WasHeld && (only == null || entry.MemberId == only)
                              group entry by entry.MemberId into own
                              select new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
        return new CourseFacts
        {
            Reflections = reflections,
            Allowances = allowances.ToDictionary(one => (one.ActivityId, one.MemberId)),
            HandedIn = handedIn,
            Shares = graded.ToLookup(one => one.MemberId, one => one is { Score: { } score, OutOf: > 0 and var outOf } ? score / outOf : 0),
            Sessions = sessions,
            Now = now,
        };
    }

    /// <summary>How much a mentor has handed in of what is asked, and how much of that was due by now.</summary>
    private sealed record HandedIn(int Count, int WereDue)
    {
        public static HandedIn Nothing { get; } = new(0, 0);
    }

    private sealed record CourseFacts
    {
        public required IReadOnlyList<Activity> Reflections { get; init; }

        public required IReadOnlyDictionary<(ActivityId, MemberId), Allowance> Allowances { get; init; }

        public required IReadOnlyDictionary<MemberId, HandedIn> HandedIn { get; init; }

        public required ILookup<MemberId, decimal> Shares { get; init; }

        public required IReadOnlyDictionary<MemberId, int> Sessions { get; init; }

        public required DateTimeOffset Now { get; init; }

        public PartFacts Of(PartKind kind, MemberId mentor)
        {
            if (kind is PartKind.SessionsLogged)
                return new PartFacts(Sessions.GetValueOrDefault(mentor), Possible: null, []);

            var asked = Reflections.Select(activity => activity.TermsFor(Allowances.GetValueOrDefault((activity.Id, mentor)))).Where(terms => !terms.IsExcused).ToList();
            var handedIn = HandedIn.GetValueOrDefault(mentor, Standings.HandedIn.Nothing);
            if (kind is PartKind.HandedIn)
                return new PartFacts(handedIn.Count, asked.Count, []);

            // What is graded counts its share; what was due and never came counts nothing; what waits does not count yet.
            int missing = Math.Max(0, asked.Count(terms => terms.DueAt < Now) - handedIn.WereDue);
            return new PartFacts(Done: 0, asked.Count, [.. Shares[mentor], .. Enumerable.Repeat(0m, missing)]);
        }
    }
}
