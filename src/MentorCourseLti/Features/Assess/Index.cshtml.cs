using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>Who has handed in a reflection, and how far each is.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, HeldGrades held, TimeProvider clock) : MemberPage
{
    /// <summary>Of the work only what indexes hold: a list of who wrote needs no look at two hundred texts.</summary>
    private static readonly Func<CourseDb, CourseId, ActivityId, IAsyncEnumerable<Written>> ReadWork = CompiledQuery.Of((CourseDb db, CourseId course, ActivityId activity) =>
        from submission in db.Submissions
        where submission.CourseId == course && submission.ActivityId == activity
        join attempt in db.Attempts.Where(attempt => attempt.SetAsideAt == null) on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId } into attempts
        from attempt in attempts.DefaultIfEmpty()
        join assessment in db.Assessments on new { attempt.CourseId, attempt.Id } equals new { assessment.CourseId, Id = assessment.AttemptId } into assessments
        from assessment in assessments.DefaultIfEmpty()
        select new Written(
            submission.MemberId,
            submission.State,
            (AttemptId?)attempt.Id,
            (int?)attempt.Words ?? 0,
            (DateTimeOffset?)attempt.HandedInAt,
            attempt.FirstHandedInAt,
            attempt.GradedAt,
            (AttemptId?)assessment.AttemptId,
            assessment.Score,
            assessment.OutOf));

    private static readonly Func<CourseDb, ActivityId, IAsyncEnumerable<Allowed>> ReadAllowances = CompiledQuery.Of((CourseDb db, ActivityId activity) =>
        from allowance in db.Allowances
        where allowance.ActivityId == activity
        select new Allowed(allowance.MemberId, allowance.DueAt, allowance.IsExcused));

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<MentorWork> Work { get; private set; } = [];

    /// <summary>What waits to be graded, where the reader may grade.</summary>
    public IEnumerable<AttemptId> ToGrade => !MayGrade ? []
        : Work.Where(work => work is { AttemptId: not null, GradedAt: null }).OrderBy(work => work.HandedInAt).Select(work => work.AttemptId!.Value);

    public bool MayGrade => Member.Grades(Activity);

    public DateTimeOffset Now { get; private set; }

    /// <summary>How its gradebook column is, for those who can do something about it.</summary>
    public ColumnNotice? Column { get; private set; }

    /// <summary>Grades that are complete and wait to be released together.</summary>
    public int Held { get; private set; }

    /// <summary>Set after they were: how many.</summary>
    [BindProperty(SupportsGet = true, Name = "together")]
    public int? ReleasedTogether { get; set; }

    /// <summary>Another grader was at them at that moment.</summary>
    [BindProperty(SupportsGet = true, Name = "crossed")]
    public bool IsCrossed { get; set; }

    /// <summary>Set after the last one that waited was released: which attempt it was.</summary>
    [BindProperty(SupportsGet = true, Name = "released")]
    public Guid? Released { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        if (await db.FindActivityAsync(id, Member.CourseId, cancel) is not { } found)
            return NotFound();
        if (!Member.Supervises || found.Kind is not ActivityKind.Reflection)
            return Redirect(Request.PathBase + ActivityPath.Of(found.Kind, found.Id, Member.Supervises));

        Activity = found;
        var work = await ReadWorkAsync(found.Id, cancel);
        // Where a name is not shown, its place among the names would tell it.
        Work = [.. work.Where(ShowsName), .. work.Where(one => !ShowsName(one)).OrderBy(one => one.HandedInAt)];
        if (MayGrade && Work.Any(work => work is { State: WorkState.HandedIn, HasAssessment: true }))
            Held = await held.CountAsync(found.Id, Member, cancel);
        Column = await ColumnNotice.FindAsync(db, Member, found.Id, cancel);
        return Page();
    }

    /// <summary>All that is held is released at once.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancel)
    {
        if (Member.ArchivedAt is not null
            || await db.FindActivityAsync(id, Member.CourseId, cancel) is not { Kind: ActivityKind.Reflection } found
            || !Member.Grades(found))
            return NotFound();
        return await held.ReleaseAsync(found, Member, cancel) is { } count ? RedirectToPage(new { id, together = count }) : RedirectToPage(new { id, crossed = true });
    }

    /// <summary>Whose work waits is said when its grade is released.</summary>
    public bool ShowsName(MentorWork work) => Activity.ShowsAuthor(isReleased: work.State is not WorkState.HandedIn);

    public bool IsLate(MentorWork work) => (work.FirstHandedInAt ?? work.HandedInAt) is { } handedIn && Activity.TermsFor(work.OwnDueAt, work.IsExcused).IsLate(handedIn);

    private async Task<IReadOnlyList<MentorWork>> ReadWorkAsync(ActivityId activity, CancellationToken cancel)
    {
        var work = await ReadWork(db, Member.CourseId, activity).ToDictionaryAsync(work => work.MemberId, cancellationToken: cancel);
        var allowances = await ReadAllowances(db, activity).ToDictionaryAsync(allowance => allowance.MemberId, cancellationToken: cancel);
        var members = await db.MentorsSeenByAsync(Member, cancel);
        return
        [
            .. from member in members
               let own = work.GetValueOrDefault(member.Id)
               where member.IsActive || own is not null
               let allowance = allowances.GetValueOrDefault(member.Id)
               select new MentorWork
               {
                   MemberId = member.Id,
                   Name = member.Name,
                   IsActive = member.IsActive,
                   State = own?.State ?? WorkState.NotStarted,
                   AttemptId = own?.AttemptId,
                   Words = own?.Words ?? 0,
                   HandedInAt = own?.HandedInAt,
                   FirstHandedInAt = own?.FirstHandedInAt,
                   OwnDueAt = allowance?.DueAt,
                   IsExcused = allowance?.IsExcused ?? false,
                   GradedAt = own?.GradedAt,
                   HasAssessment = own?.Assessed is not null,
                   Score = own?.Score,
                   OutOf = own?.OutOf,
               },
        ];
    }

    public sealed record MentorWork
    {
        public required MemberId MemberId { get; init; }

        public required string? Name { get; init; }

        public required bool IsActive { get; init; }

        public required WorkState State { get; init; }

        public required AttemptId? AttemptId { get; init; }

        public required int Words { get; init; }

        public required DateTimeOffset? HandedInAt { get; init; }

        public required DateTimeOffset? FirstHandedInAt { get; init; }

        /// <summary>A date that this mentor has alone.</summary>
        public required DateTimeOffset? OwnDueAt { get; init; }

        public required bool IsExcused { get; init; }

        public required DateTimeOffset? GradedAt { get; init; }

        public required bool HasAssessment { get; init; }

        public required decimal? Score { get; init; }

        public required decimal? OutOf { get; init; }
    }

    private sealed record Written(
        MemberId MemberId, WorkState State, AttemptId? AttemptId, int Words, DateTimeOffset? HandedInAt, DateTimeOffset? FirstHandedInAt, DateTimeOffset? GradedAt, AttemptId? Assessed, decimal? Score, decimal? OutOf);

    private sealed record Allowed(MemberId MemberId, DateTimeOffset? DueAt, bool IsExcused);
}
