using MentorCourseLti.Data;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Counts released grades of an activity anew where its points, its date or a rule has changed. Only what comes out otherwise is
/// written, and goes to the gradebook again.
/// </summary>
public sealed class GradeRecount(CourseDb db, GradeOutbox outbox)
{
    /// <summary>What would come out otherwise by other points, rules or dates.</summary>
    /// <param name="dueAt">The date for those without one of their own.</param>
    public async Task<IReadOnlyList<GradeMove>> PreviewAsync(Activity activity, Counting counting, DateTimeOffset? dueAt, CancellationToken cancel)
    {
        var moves = new List<GradeMove>();
        foreach (var row in await CountingAsync(activity, cancel))
        {
            decimal after = row.Assessment.CountedBy(counting, row.Attempt, row.Allowance?.DueAt ?? dueAt, row.Zone).Score;
            if (after != row.Assessment.Score || counting.Points != row.Assessment.OutOf)
                moves.Add(new GradeMove(row.Author.Name, row.Assessment.Score ?? 0, after));
        }

        return moves;
    }

    /// <summary>What would come out otherwise for one mentor with another date.</summary>
    public async Task<GradeMove?> PreviewAsync(Activity activity, MemberId mentor, DateTimeOffset? dueAt, CancellationToken cancel)
    {
        if ((await CountingAsync(activity, cancel)).Find(row => row.Author.Id == mentor) is not { } row)
            return null;
        decimal after = row.Assessment.CountedBy(activity.Counting, row.Attempt, dueAt, row.Zone).Score;
        return after == row.Assessment.Score ? null : new GradeMove(row.Author.Name, row.Assessment.Score ?? 0, after);
    }

    /// <summary>Adds to the unit of work, with what is about to be saved; the caller saves and rings.</summary>
    public async Task AllAsync(Activity activity, DateTimeOffset now, CancellationToken cancel)
    {
        var others = (await CountingAsync(activity, cancel)).FindAll(row => row.Assessment.CountAnew(row.Attempt, activity, activity.TermsFor(row.Allowance), row.Zone));
        await outbox.WantAllAsync(activity, others.ConvertAll(row => (row.Author, GradeNews.Of(row.Assessment, row.Attempt, now))), cancel);
    }

    /// <summary>
    /// After grades were released and saved: a rule, a date or an extension that was saved meanwhile did not see them. Then they are counted by what holds
    /// now, and saved; the caller rings.
    /// </summary>
    /// <param name="released">The activity as they were counted by.</param>
    /// <param name="terms">The times they were counted by, of each author.</param>
    public async Task LookAgainAsync(Activity released, IReadOnlyDictionary<MemberId, OwnTerms> terms, DateTimeOffset now, CancellationToken cancel)
    {
        var counting = released.Counting;
        db.ChangeTracker.Clear();
        var activity = await db.Activities.SingleAsync(one => one.Id == released.Id, cancel);
        var authors = terms.Keys.ToList();
        var allowances = await db.Allowances.Where(one => one.ActivityId == activity.Id && authors.Contains(one.MemberId)).ToDictionaryAsync(one => one.MemberId, cancel);
        if (counting == activity.Counting && terms.All(one => one.Value == activity.TermsFor(allowances.GetValueOrDefault(one.Key))))
            return;
        await AllAsync(activity, now, cancel);
        // Whoever came first counted them by what holds now.
        await db.TrySaveAsync(cancel);
    }

    private async Task<List<Row>> CountingAsync(Activity activity, CancellationToken cancel)
    {
        // As it is, or is about to be saved.
        string zoneId = (await db.Courses.SingleAsync(course => course.Id == activity.CourseId, cancel)).TimeZone;
        var zone = WallClock.ZoneOf(zoneId);
        var works = await db.AssessedWork(db.Activities.Where(one => one.Id == activity.Id), db.Members).Where(work => work.Attempt.GradedAt != null && work.Assessment.ReleasedAt != null)
            .OrderBy(work => work.Author.Name).ThenBy(work => work.Author.Subject).ToListAsync(cancel);
        // One that is being given at this moment counts too: it is in the unit of work.
        await db.Allowances.Where(allowance => allowance.ActivityId == activity.Id).LoadAsync(cancel);
        var allowances = db.Allowances.Local.Where(allowance => allowance.ActivityId == activity.Id).ToDictionary(allowance => allowance.MemberId);
        return [.. works.ThatCount().Select(work => new Row(work.Attempt, work.Assessment, work.Author, allowances.GetValueOrDefault(work.Author.Id), zone))];
    }

    private sealed record Row(Attempt Attempt, Assessment Assessment, Member Author, Allowance? Allowance, TimeZoneInfo Zone);
}

/// <summary>A released grade that a change would make another one.</summary>
public sealed record GradeMove(string? Name, decimal From, decimal To);
