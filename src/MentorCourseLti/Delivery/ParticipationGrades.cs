using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Brings a course's participation grades up to date. Only those that come out otherwise go to the gradebook.</summary>
public sealed class ParticipationGrades(CourseDb db, Standings standings, GradeOutbox outbox, TimeProvider clock)
{
    private const int MostTries = 3;

    public async Task RefreshAsync(CourseId course, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await TryRefreshAsync(course, cancel);
                return;
            }
            catch (DbUpdateException exception) when (attempt < MostTries && db.IsCrossed(exception))
            {
                // A grade of it was being sent at this moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What another rule would make of the grades that are there.</summary>
    public async Task<IReadOnlyList<GradeMove>> PreviewAsync(Activity activity, Participation participation, decimal points, CancellationToken cancel)
    {
        if (activity.Participation is not { } before)
            return [];
        // Both rules over one reading of what was done.
        var both = await standings.OfAsync(activity, new Participation([.. before.Parts, .. participation.Parts]), only: null, clock.GetUtcNow(), cancel);
        var moves = from standing in both
                    let was = standing with { Facts = [.. standing.Facts.Take(before.Parts.Count)] }
                    let will = standing with { Facts = [.. standing.Facts.Skip(before.Parts.Count)] }
                    where was.HasBegun || will.HasBegun
                    select new GradeMove(standing.Mentor.Name, ScoreOf(before, activity.Counting, was), ScoreOf(participation, new Counting(points, Late: null), will));
        return [.. moves.Where(move => move.From != move.To || points != activity.Points)];
    }

    /// <summary>What a standing counts; where the gradebook has other points than the parts have together, in proportion.</summary>
    public static decimal ScoreOf(Participation participation, Counting counting, Standing standing) => counting.EarnedOf(participation.ScoreOf(standing.Facts), participation.Points);

    private async Task TryRefreshAsync(CourseId course, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        bool hasNews = false;
        foreach (var activity in await db.Activities.Where(one => one.CourseId == course && one.Kind == ActivityKind.Participation).ToListAsync(cancel))
        {
            // Whoever had a grade once keeps one that is true, even where nothing counts any more.
            var graded = (await db.Deliveries.Where(delivery => delivery.CourseId == course && delivery.ActivityId == activity.Id).Select(delivery => delivery.MemberId).ToListAsync(cancel)).ToHashSet();
            hasNews |= await outbox.WantNewsAsync(activity, await NewsAsync(activity, graded, now, cancel), cancel);
        }

        await db.SaveChangesAsync(cancel);
        if (hasNews)
            outbox.RingAfterCommit();
    }

    private async Task<IReadOnlyList<(Member Mentor, GradeNews News)>> NewsAsync(Activity activity, HashSet<MemberId> graded, DateTimeOffset now, CancellationToken cancel) => activity.Participation is not { } participation ? [] :
    [
        .. (await standings.OfAsync(activity, participation, only: null, now, cancel)).Where(standing => standing.HasBegun || graded.Contains(standing.Mentor.Id))
            .Select(standing => (standing.Mentor, GradeNews.Of(ScoreOf(participation, activity.Counting, standing), activity, now))),
    ];
}
