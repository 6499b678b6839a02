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
        var handedIn = await db.Submissions.Where(submission => submission.CourseId == course && submission.State >= WorkState.HandedIn && (only == null || submission.MemberId == only))
            .Select(submission => new { submission.ActivityId, submission.MemberId }).ToListAsync(cancel);
        var graded = await (from submission in db.Submissions
                            where submission.CourseId == course && (only == null || submission.MemberId == only)
                            join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                            where attempt.GradedAt != null
                            join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
                            where assessment.ReleasedAt != null
                            select new { submission.ActivityId, submission.MemberId, attempt.Number, assessment.Score, assessment.OutOf }).ToListAsync(cancel);
        var sessions = await (from entry in db.LogEntries
                              where entry.CourseId == course && entry.State == EntryState.Approved && entry.WasHeld && (only == null || entry.MemberId == only)
                              group entry by entry.MemberId into own
                              select new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
        return new CourseFacts
        {
            Reflections = reflections,
            Allowances = allowances.ToDictionary(one => (one.ActivityId, one.MemberId)),
            HandedIn = handedIn.Select(one => (one.ActivityId, one.MemberId)).ToHashSet(),
            Shares = graded.GroupBy(one => (one.ActivityId, one.MemberId))
                .ToDictionary(of => of.Key, of => of.MaxBy(one => one.Number)! is { Score: { } score, OutOf: > 0 and var outOf } ? score / outOf : 0),
            Sessions = sessions,
            Now = now,
        };
    }

    private sealed record CourseFacts
    {
        public required IReadOnlyList<Activity> Reflections { get; init; }

        public required IReadOnlyDictionary<(ActivityId, MemberId), Allowance> Allowances { get; init; }

        public required HashSet<(ActivityId, MemberId)> HandedIn { get; init; }

        public required Dictionary<(ActivityId, MemberId), decimal> Shares { get; init; }

        public required IReadOnlyDictionary<MemberId, int> Sessions { get; init; }

        public required DateTimeOffset Now { get; init; }

        public PartFacts Of(PartKind kind, MemberId mentor)
        {
            var asked = Reflections.Where(activity => !TermsOf(activity, mentor).IsExcused).ToList();
            return kind switch
            {
                PartKind.SessionsLogged => new PartFacts(Sessions.GetValueOrDefault(mentor), Possible: null, []),
                PartKind.HandedIn => new PartFacts(asked.Count(activity => HandedIn.Contains((activity.Id, mentor))), asked.Count, []),
                _ => new PartFacts(Done: 0, asked.Count, [.. asked.Select(activity => ShareOf(activity, mentor)).OfType<decimal>()]),
            };
        }

        /// <summary>What is graded counts its share; what was due and never came counts nothing; what waits does not count yet.</summary>
        private decimal? ShareOf(Activity activity, MemberId mentor)
        {
            if (Shares.TryGetValue((activity.Id, mentor), out decimal share))
                return share;
            return !HandedIn.Contains((activity.Id, mentor)) && TermsOf(activity, mentor).DueAt < Now ? 0 : null;
        }

        private OwnTerms TermsOf(Activity activity, MemberId mentor) => activity.TermsFor(Allowances.GetValueOrDefault((activity.Id, mentor)));
    }
}
