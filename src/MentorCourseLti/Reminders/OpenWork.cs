using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Reminders;

/// <summary>Asks for what waits for members, each in one course: of many in the morning, of one at each look at Home.</summary>
internal static class OpenWork
{
    /// <summary>Reflections whose date lies between these, their own or everybody's, and that the member has not handed in.</summary>
    public static readonly Func<CourseDb, IReadOnlyCollection<CourseId>, IReadOnlyCollection<MemberId>, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<DueWork>> ReadDue = CompiledQuery.Of(
        (CourseDb db, IReadOnlyCollection<CourseId> courses, IReadOnlyCollection<MemberId> members, DateTimeOffset from, DateTimeOffset until) =>
            from activity in db.Activities
            where courses.Contains(activity.CourseId) && activity.Kind == ActivityKind.Reflection
                && ((activity.DueAt > @from && activity.DueAt <= until) || db.Allowances.Any(one => one.ActivityId == activity.Id && one.DueAt > @from && one.DueAt <= until))
            join member in db.Members on activity.CourseId equals member.CourseId
            where members.Contains(member.Id) && !db.Submissions.Any(one => one.ActivityId == activity.Id && one.MemberId == member.Id && one.State >= WorkState.HandedIn)
            join allowance in db.Allowances on new { ActivityId = activity.Id, MemberId = member.Id } equals new { allowance.ActivityId, allowance.MemberId } into allowances
            from allowance in allowances.DefaultIfEmpty()
            select new DueWork(
                activity.Id, activity.Kind, activity.Title, member.Id, activity.OpensAt, activity.DueAt, activity.ClosesAt, activity.ResubmitUntil,
                allowance.DueAt, (bool?)allowance.IsExcused ?? false));

    /// <summary>Feedback that was released since then and that its mentor has not read.</summary>
    public static readonly Func<CourseDb, IReadOnlyCollection<CourseId>, IReadOnlyCollection<MemberId>, DateTimeOffset, IAsyncEnumerable<UnreadFeedback>> ReadUnread = CompiledQuery.Of(
        (CourseDb db, IReadOnlyCollection<CourseId> courses, IReadOnlyCollection<MemberId> members, DateTimeOffset since) =>
            from assessment in db.Assessments
            where courses.Contains(assessment.CourseId) && assessment.ReleasedAt > since
                && !db.FeedbackAnswers.Any(answer => answer.AssessmentId == assessment.Id && answer.ReadAt >= assessment.ReleasedAt)
            join attempt in db.Attempts on assessment.AttemptId equals attempt.Id
            where attempt.SetAsideAt == null
            join submission in db.Submissions on attempt.SubmissionId equals submission.Id
            where members.Contains(submission.MemberId)
            join activity in db.Activities on submission.ActivityId equals activity.Id
            select new UnreadFeedback(assessment.Id, assessment.ReleasedAt!.Value, submission.MemberId, activity.Id, activity.Kind, activity.Title));

    /// <summary>Log entries that came back since then.</summary>
    public static readonly Func<CourseDb, IReadOnlyCollection<CourseId>, IReadOnlyCollection<MemberId>, DateTimeOffset, IAsyncEnumerable<ReturnedEntry>> ReadReturned = CompiledQuery.Of(
        (CourseDb db, IReadOnlyCollection<CourseId> courses, IReadOnlyCollection<MemberId> members, DateTimeOffset since) =>
            from entry in db.LogEntries
            where courses.Contains(entry.CourseId) && entry.State == EntryState.Returned && entry.ReviewedAt > since && members.Contains(entry.MemberId)
            select new ReturnedEntry(entry.Id, entry.MemberId, entry.ActivityId, entry.StartsAt, entry.ReviewedAt!.Value));

    internal sealed record DueWork(
        ActivityId Id, ActivityKind Kind, string Title, MemberId MemberId, DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, DateTimeOffset? ResubmitUntil,
        DateTimeOffset? OwnDueAt, bool IsExcused);

    internal sealed record UnreadFeedback(AssessmentId Id, DateTimeOffset ReleasedAt, MemberId MemberId, ActivityId ActivityId, ActivityKind Kind, string Title);

    internal sealed record ReturnedEntry(LogEntryId Id, MemberId MemberId, ActivityId ActivityId, DateTimeOffset StartsAt, DateTimeOffset ReviewedAt);
}
