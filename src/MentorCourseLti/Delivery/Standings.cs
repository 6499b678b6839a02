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
    /// <summary>
    /// Handed in is what stands, and what was graded once, even where it is being worked over: the state says so, and an index holds it.
    /// </summary>
    private static readonly Func<CourseDb, CourseId, MemberId?, IAsyncEnumerable<HandedIn>> ReadHandedIn = CompiledQuery.Of((CourseDb db, CourseId course, MemberId? only) =>
        from work in db.Submissions
        where work.CourseId == course && work.State >= WorkState.HandedIn && (only == null || work.MemberId == only)
        select new HandedIn(work.Id, work.MemberId, work.ActivityId));

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
        var handedIn = await ReadHandedIn(db, course, only).ToListAsync(cancel);
        var attempts = db.Attempts.Where(attempt => attempt.CourseId == course && attempt.GradedAt != null);
        if (only is not null)
        {
            var own = handedIn.ConvertAll(work => work.Id);
            attempts = attempts.Where(attempt => own.Contains(attempt.SubmissionId));
        }

        // No join: SQLite would look each attempt up by its id, all over the table. So it goes in this order, through indexes in which a course lies together.
        var graded = await (from attempt in attempts
                            from assessment in db.Assessments
                            where assessment.CourseId == attempt.CourseId && assessment.AttemptId == attempt.Id && assessment.ReleasedAt != null
                            select new { attempt.SubmissionId, attempt.Number, assessment.Score, assessment.OutOf }).ToListAsync(cancel);
        // Of six thousand: in order, each one's newest is what stands at the end.
        graded.Sort((one, other) => one.Number.CompareTo(other.Number));
        var newest = new Dictionary<SubmissionId, decimal>(graded.Count);
        foreach (var grade in graded)
            newest[grade.SubmissionId] = grade is { Score: { } score, OutOf: > 0 and var outOf } ? score / outOf : 0;
        var sessions = await (from entry in db.LogEntries
                              where entry.CourseId == course && entry.State == EntryState.Approved && entry.WasHeld && (only == null || entry.MemberId == only)
                              group entry by entry.MemberId into own
                              select new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
        var asked = reflections.ToDictionary(activity => activity.Id, activity => (Activity: activity, Everybodys: activity.TermsFor(allowance: null)));
        var given = allowances.ToDictionary(allowance => (allowance.ActivityId, allowance.MemberId));
        var works = from work in handedIn
                    let of = asked[work.ActivityId]
                    let terms = given.TryGetValue((work.ActivityId, work.MemberId), out var allowance) ? of.Activity.TermsFor(allowance) : of.Everybodys
                    where !terms.IsExcused
                    select (work.MemberId, Work: new HandedInWork(terms.DueAt, newest.TryGetValue(work.Id, out decimal share) ? share : null));
        return new CourseFacts
        {
            Everybodys = [.. asked.Values.Select(of => of.Everybodys)],
            OwnTerms = allowances.Select(allowance => allowance.MemberId).Distinct()
                .ToDictionary(own => own, own => reflections.ConvertAll(activity => activity.TermsFor(given.GetValueOrDefault((activity.Id, own))))),
            Works = works.ToLookup(own => own.MemberId, own => own.Work),
            Sessions = sessions,
            Now = now,
        };
    }

    private sealed record HandedIn(SubmissionId Id, MemberId MemberId, ActivityId ActivityId);

    /// <param name="Share">How much of the points its newest grade gave; none where it has no grade.</param>
    private sealed record HandedInWork(DateTimeOffset? DueAt, decimal? Share);

    private sealed record CourseFacts
    {
        /// <summary>Of each reflection, for whoever has no terms of their own.</summary>
        public required IReadOnlyList<OwnTerms> Everybodys { get; init; }

        public required Dictionary<MemberId, List<OwnTerms>> OwnTerms { get; init; }

        /// <summary>Of what is asked of the mentor.</summary>
        public required ILookup<MemberId, HandedInWork> Works { get; init; }

        public required IReadOnlyDictionary<MemberId, int> Sessions { get; init; }

        public required DateTimeOffset Now { get; init; }

        public PartFacts Of(PartKind kind, MemberId mentor)
        {
            if (kind is PartKind.SessionsLogged)
                return new PartFacts(Sessions.GetValueOrDefault(mentor), Possible: null, []);

            var asked = (OwnTerms.TryGetValue(mentor, out var own) ? own : Everybodys).Where(terms => !terms.IsExcused).ToList();
            var works = Works[mentor].ToList();
            if (kind is PartKind.HandedIn)
                return new PartFacts(works.Count, asked.Count, []);

            // What is graded counts its share; what was due and never came counts nothing; what waits does not count yet.
            int missing = Math.Max(0, asked.Count(terms => terms.DueAt < Now) - works.Count(work => work.DueAt < Now));
            return new PartFacts(Done: 0, asked.Count, [.. works.Where(work => work.Share is not null).Select(work => work.Share!.Value), .. Enumerable.Repeat(0m, missing)]);
        }
    }
}
