using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Norming;

/// <summary>A course's norming rounds, for those who grade in it. For anybody else there are none.</summary>
public sealed class NormingDesk(CourseDb db, TimeProvider clock)
{
    // As many as may be the first to score at the same moment, and one more.
    private const int MostTries = 10;

    public async Task<bool> MayScoreAsync(CurrentMember member, CancellationToken cancel) => member.MayAssess || (member.IsLeader && await LeadersGradeAsync(member.CourseId, cancel));

    public async Task<IReadOnlyList<RoundRow>> ListAsync(CurrentMember reader, CancellationToken cancel)
    {
        var rounds = await db.NormingRounds.Where(round => round.CourseId == reader.CourseId).OrderByDescending(round => round.MadeAt)
            .Select(round => new { round.Id, round.Title, round.RubricTitle, round.MadeAt, round.ClosedAt, Samples = round.Samples.Count }).ToListAsync(cancel);
        var counts = (await (from round in db.NormingRounds
                             where round.CourseId == reader.CourseId
                             join sample in db.NormingSamples on round.Id equals sample.RoundId
                             join score in db.NormingScores on sample.Id equals score.SampleId
                             join grader in db.Members on score.GraderId equals grader.Id
                             group score by new { sample.RoundId, score.GraderId, grader.Name } into own
                             orderby own.Key.Name
                             select new { own.Key.RoundId, own.Key.GraderId, own.Key.Name, Count = own.Count() }).ToListAsync(cancel)).ToLookup(count => count.RoundId);
        return
        [
            .. from round in rounds
               let all = counts[round.Id].ToList()
               select new RoundRow(round.Id.Value, round.Title, round.RubricTitle, round.MadeAt, round.ClosedAt, round.Samples,
                   all.Find(count => count.GraderId == reader.Id)?.Count ?? 0,
                   [.. all.Where(count => count.Count == round.Samples).Select(count => count.Name)], [.. all.Where(count => count.Count < round.Samples).Select(count => count.Name)]),
        ];
    }

    public async Task<RoundOnDesk?> FindAsync(Guid id, CurrentMember reader, CancellationToken cancel)
    {
        var key = new NormingRoundId(id);
        if (!await MayScoreAsync(reader, cancel) || await db.NormingRounds.AsNoTracking().FirstOrDefaultAsync(round => round.Id == key && round.CourseId == reader.CourseId, cancel) is not { } round)
            return null;
        var samples = await db.NormingSamples.Where(sample => sample.RoundId == key).OrderBy(sample => sample.Place).ThenBy(sample => sample.Id)
            .Select(sample => new SampleHead(sample.Id, sample.Title)).ToListAsync(cancel);
        var scores = await (from sample in db.NormingSamples where sample.RoundId == key join score in db.NormingScores.AsNoTracking() on sample.Id equals score.SampleId select score).ToListAsync(cancel);
        return new RoundOnDesk(round, samples, scores, await GradersAsync(reader.CourseId, scores, cancel), reader.Id);
    }

    public async Task<NormingSample?> SampleAsync(RoundOnDesk desk, Guid sample, CancellationToken cancel)
    {
        var round = desk.Round.Id;
        return await db.NormingSamples.AsNoTracking().FirstOrDefaultAsync(one => one.Id == new NormingSampleId(sample) && one.RoundId == round, cancel);
    }

    /// <summary>Whole, to be changed.</summary>
    public async Task<NormingRound?> OpenAsync(Guid id, CurrentMember maker, CancellationToken cancel) => maker.MayAssess
        ? await db.NormingRounds.Include(round => round.Samples.OrderBy(sample => sample.Place).ThenBy(sample => sample.Id))
            .FirstOrDefaultAsync(round => round.Id == new NormingRoundId(id) && round.CourseId == maker.CourseId, cancel)
        : null;

    public async Task CloseAsync(NormingRoundId id, CancellationToken cancel)
    {
        NormingRound? round;
        do
        {
            round = await db.NormingRounds.FirstOrDefaultAsync(one => one.Id == id, cancel);
            round?.Close(clock.GetUtcNow());
        }
        while (!await db.TrySaveAsync(cancel));
    }

    /// <summary>With everything that was scored in it.</summary>
    public async Task RemoveAsync(NormingRoundId id, CancellationToken cancel)
    {
        using (await db.WriteTurnAsync(cancel))
            await db.NormingRounds.Where(round => round.Id == id).ExecuteDeleteAsync(cancel);
    }

    public async Task<ScoreResult> ScoreAsync(Guid round, NormingSample sample, ScoreForm form, CurrentMember grader, CancellationToken cancel)
    {
        for (int tries = 1; ; tries++)
        {
            if (await TryScoreAsync(round, sample, form, grader, cancel) is { } result)
                return result;
            if (tries == MostTries)
                return ScoreResult.RoundChanged;
        }
    }

    /// <summary>None where the round changed at the same moment.</summary>
    private async Task<ScoreResult?> TryScoreAsync(Guid id, NormingSample sample, ScoreForm form, CurrentMember grader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        var round = await db.NormingRounds.FirstOrDefaultAsync(one => one.Id == new NormingRoundId(id), cancel);
        var score = await db.NormingScores.FirstOrDefaultAsync(one => one.SampleId == sample.Id && one.GraderId == grader.Id, cancel);
        if (round is null || round.IsClosed)
            return ScoreResult.Closed;
        if (!round.IsBegun && round.Version != form.Round)
            return ScoreResult.RoundChanged;
        if ((score?.Version ?? 0) != form.Version)
            return ScoreResult.ScoredElsewhere;

        if (score is null)
            db.Add(score = new NormingScore { SampleId = sample.Id, GraderId = grader.Id });
        score.Write(form.ToMarks(), form.Words, now);
        round.TakeScore(now);
        // Written whether it changes or not: who closes or changes the round meanwhile, and this score, notice one another.
        db.Entry(round).Property(one => one.Version).IsModified = true;
        return await db.TrySaveAsync(cancel) ? ScoreResult.Saved : null;
    }

    /// <summary>Those who grade now, and those who have scored.</summary>
    private async Task<IReadOnlyList<Grader>> GradersAsync(CourseId course, IReadOnlyList<NormingScore> scores, CancellationToken cancel)
    {
        bool leadersGrade = await LeadersGradeAsync(course, cancel);
        var scored = scores.Select(score => score.GraderId).Distinct().ToList();
        var graders = await db.Members
            .Where(member => member.CourseId == course && ((member.IsActive && (member.Role == MemberRole.Instructor || (leadersGrade && member.Role == MemberRole.MentorLeader))) || scored.Contains(member.Id)))
            .Select(member => new Grader(member.Id, member.Name, member.IsActive && (member.Role == MemberRole.Instructor || (leadersGrade && member.Role == MemberRole.MentorLeader)))).ToListAsync(cancel);
        return [.. graders.OrderBy(grader => grader.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(grader => grader.Id.Value)];
    }

    private Task<bool> LeadersGradeAsync(CourseId course, CancellationToken cancel) => db.Activities.AnyAsync(activity => activity.CourseId == course && activity.LeadersGrade, cancel);
}
