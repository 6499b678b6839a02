using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Shared;

/// <summary>One reflection as its mentor sees it in a list: how far it is, and when it is due for this mentor.</summary>
public sealed record OwnWork
{
    private static readonly Func<CourseDb, CourseId, MemberId, IAsyncEnumerable<OwnWork>> Read = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId member) =>
            from activity in db.Activities
            where activity.CourseId == course && activity.Kind == ActivityKind.Reflection
            join submission in db.Submissions.Where(submission => submission.CourseId == course && submission.MemberId == member)
                on activity.Id equals submission.ActivityId into submissions
            from submission in submissions.DefaultIfEmpty()
            join attempt in db.Attempts.Where(attempt => attempt.SetAsideAt == null)
                on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId } into attempts
            from attempt in attempts.DefaultIfEmpty()
            join assessment in db.Assessments.Where(assessment => assessment.ReleasedAt != null)
                on new { attempt.CourseId, attempt.Id } equals new { assessment.CourseId, Id = assessment.AttemptId } into assessments
            from assessment in assessments.DefaultIfEmpty()
            join allowance in db.Allowances.Where(allowance => allowance.CourseId == course && allowance.MemberId == member)
                on activity.Id equals allowance.ActivityId into allowances
            from allowance in allowances.DefaultIfEmpty()
            orderby (allowance.DueAt ?? activity.DueAt) == null, allowance.DueAt ?? activity.DueAt, activity.CreatedAt
            select new OwnWork
            {
                OwnDueAt = allowance.DueAt,
                IsExcused = (bool?)allowance.IsExcused ?? false,
                Id = activity.Id,
                Title = activity.Title,
                OpensAt = activity.OpensAt,
                EverybodysDueAt = activity.DueAt,
                ClosesAt = activity.ClosesAt,
                ResubmitUntil = activity.ResubmitUntil,
                DraftWords = (int?)submission.DraftWords ?? 0,
                DraftSavedAt = submission.DraftSavedAt,
                HandedInAt = (DateTimeOffset?)attempt.HandedInAt,
                GradedAt = attempt.GradedAt,
                Score = assessment.Score,
                OutOf = assessment.OutOf,
                Comment = assessment.Comment,
            });

    public required ActivityId Id { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset? OpensAt { get; init; }

    public required DateTimeOffset? EverybodysDueAt { get; init; }

    /// <summary>A date that this mentor has alone.</summary>
    public required DateTimeOffset? OwnDueAt { get; init; }

    public required DateTimeOffset? ClosesAt { get; init; }

    public required DateTimeOffset? ResubmitUntil { get; init; }

    public required bool IsExcused { get; init; }

    public required int DraftWords { get; init; }

    public required DateTimeOffset? DraftSavedAt { get; init; }

    public required DateTimeOffset? HandedInAt { get; init; }

    public required DateTimeOffset? GradedAt { get; init; }

    public required decimal? Score { get; init; }

    public required decimal? OutOf { get; init; }

    public required string? Comment { get; init; }

    public WorkState State => WorkStates.Of(DraftSavedAt, HandedInAt, GradedAt);

    public OwnTerms Terms => OwnTerms.Of(OpensAt, EverybodysDueAt, ClosesAt, ResubmitUntil, OwnDueAt, IsExcused);

    public DateTimeOffset? DueAt => Terms.DueAt;

    internal static async Task<IReadOnlyList<OwnWork>> OfAsync(CourseDb db, CurrentMember member, CancellationToken cancel) =>
        await Read(db, member.CourseId, member.Id).ToListAsync(cancel);
}
