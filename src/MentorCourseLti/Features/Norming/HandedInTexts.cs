using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Norming;

/// <summary>What was handed in, to take samples from. Nobody is named: who picks looks at words, and what is picked keeps no name.</summary>
public sealed class HandedInTexts(CourseDb db)
{
    private const int MostShown = 200;
    private const int LongestBeginning = 400;

    /// <summary>Shorter parts of a name stand in many words.</summary>
    private const int ShortestName = 3;

    public async Task<IReadOnlyList<(Guid Id, string Title)>> ActivitiesAsync(CurrentMember maker, CancellationToken cancel) => [.. (await db.Activities
        .Where(activity => activity.CourseId == maker.CourseId && activity.Kind == ActivityKind.Reflection).InOrder()
        .Select(activity => new { activity.Id, activity.Title }).ToListAsync(cancel)).Select(activity => (activity.Id.Value, activity.Title))];

    public async Task<IReadOnlyList<HandedInText>> OfAsync(Guid activity, CurrentMember maker, CancellationToken cancel) =>
        await (from attempt in Attempts(maker)
               join submission in db.Submissions on attempt.SubmissionId equals submission.Id
               where submission.ActivityId == new ActivityId(activity)
               join assessment in db.Assessments.Where(one => one.ReleasedAt != null) on attempt.Id equals assessment.AttemptId into assessments
               from assessment in assessments.DefaultIfEmpty()
               orderby attempt.HandedInAt, attempt.Id
               select new HandedInText(attempt.Id.Value, attempt.Text.Substring(0, LongestBeginning), attempt.Words, assessment.Score, assessment.OutOf)).Take(MostShown).ToListAsync(cancel);

    /// <summary>The texts themselves, in the order in which they were handed in.</summary>
    public async Task<IReadOnlyList<PickedText>> PickAsync(IEnumerable<Guid> picked, CurrentMember maker, CancellationToken cancel)
    {
        var ids = picked.Select(id => new AttemptId(id)).ToList();
        var rows = await (from attempt in Attempts(maker)
                          where ids.Contains(attempt.Id)
                          join submission in db.Submissions on attempt.SubmissionId equals submission.Id
                          join author in db.Members on submission.MemberId equals author.Id
                          orderby attempt.HandedInAt, attempt.Id
                          select new { attempt.Text, author.Name }).ToListAsync(cancel);
        return [.. rows.Select(row => new PickedText(row.Text, Names(row.Text, row.Name)))];
    }

    private IQueryable<Attempt> Attempts(CurrentMember maker)
    {
        var seen = db.Members.SeenBy(maker).Select(member => member.Id);
        var own = db.Submissions.Where(submission => submission.CourseId == maker.CourseId && seen.Contains(submission.MemberId)).Select(submission => submission.Id);
        return db.Attempts.AsNoTracking().Where(attempt => attempt.SetAsideAt == null && attempt.Words > 0 && own.Contains(attempt.SubmissionId));
    }

    private static bool Names(string text, string? writer)
    {
        var words = new string([.. text.Select(character => char.IsLetter(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.CurrentCultureIgnoreCase);
        return (writer ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(part => part.Length >= ShortestName && words.Contains(part));
    }
}

/// <summary>An attempt to pick from.</summary>
public sealed record HandedInText(Guid Id, string Beginning, int Words, decimal? Score, decimal? OutOf);

/// <param name="NamesWriter">Its writer's name seems to stand in it.</param>
public sealed record PickedText(string Text, bool NamesWriter);
