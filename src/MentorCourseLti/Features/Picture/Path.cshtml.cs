using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>A mentor's own path through the term: every work in order with how it stands, hours and sessions week by week.</summary>
[LongPage]
public sealed class PathModel(WeekDesk desk, CourseDb db, TimeProvider clock, IStringLocalizer<WeeksPage> text) : WeeksPage(text)
{
    public IReadOnlyList<PathStep> Steps { get; private set; } = [];

    public int Done => Steps.Count(step => step.State is CellState.HandedIn or CellState.Returned or CellState.Graded or CellState.Excused);

    protected override async Task<WeekPicture?> ReadAsync(CancellationToken cancel)
    {
        if (!Member.MayHandIn)
            return null;
        Steps = await ReadStepsAsync(cancel);
        return await desk.ReadOwnAsync(Member, cancel);
    }

    private async Task<IReadOnlyList<PathStep>> ReadStepsAsync(CancellationToken cancel)
    {
        var (course, me, now) = (Member.CourseId, Member.Id, clock.GetUtcNow());
        var rows = await (from activity in db.Activities.AsNoTracking()
                          where activity.CourseId == course && activity.Kind == ActivityKind.Reflection
                          join submission in db.Submissions.Where(one => one.MemberId == me) on activity.Id equals submission.ActivityId into submissions
                          from submission in submissions.DefaultIfEmpty()
                          join attempt in db.Attempts.Where(one => one.SetAsideAt == null) on submission.Id equals attempt.SubmissionId into attempts
                          from attempt in attempts.DefaultIfEmpty()
                          join assessment in db.Assessments.Where(one => one.ReleasedAt != null) on attempt.Id equals assessment.AttemptId into assessments
                          from assessment in assessments.DefaultIfEmpty()
                          join allowance in db.Allowances.Where(one => one.MemberId == me) on activity.Id equals allowance.ActivityId into allowances
                          from allowance in allowances.DefaultIfEmpty()
                          orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
                          select new
                          {
                              activity,
                              State = (WorkState?)submission.State ?? default,
                              HandedInAt = (DateTimeOffset?)attempt.HandedInAt,
                              assessment.Score,
                              assessment.OutOf,
                              OwnDueAt = allowance.DueAt,
                              IsExcused = (bool?)allowance.IsExcused ?? false,
                          }).ToListAsync(cancel);
        return
        [
            .. from row in rows
               let terms = row.activity.TermsFor(row.OwnDueAt, row.IsExcused)
               select new PathStep(row.activity.Id, row.activity.Title, terms.DueAt, row.HandedInAt, CellStates.OfWork(row.State, terms, now), row.Score, row.OutOf),
        ];
    }
}

/// <summary>One work on a mentor's path.</summary>
public sealed record PathStep(ActivityId Id, string Title, DateTimeOffset? DueAt, DateTimeOffset? HandedInAt, CellState State, decimal? Score, decimal? OutOf);
