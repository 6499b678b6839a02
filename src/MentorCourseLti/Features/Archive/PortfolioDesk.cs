using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Archive;

/// <summary>Reads what one mentor made in a course: six statements, whatever it is. Of grades only what was released.</summary>
public sealed class PortfolioDesk(CourseDb db)
{
    /// <summary>What is asked in a course, in the order in which it is due.</summary>
    public async Task<IReadOnlyList<Activity>> ActivitiesAsync(CourseId course, CancellationToken cancel) => await db.Activities.AsNoTracking().Where(activity => activity.CourseId == course)
        .OrderBy(activity => activity.DueAt == null).ThenBy(activity => activity.DueAt).ThenBy(activity => activity.CreatedAt).ToListAsync(cancel);

    /// <param name="isOwn">Its mentor reads it: with drafts, and with what was handed in and taken back, which nobody else ever sees.</param>
    public async Task<Portfolio> ReadAsync(IReadOnlyList<Activity> activities, CourseId course, MemberId mentor, bool isOwn, CancellationToken cancel)
    {
        var submissions = await db.Submissions.AsNoTracking().Include(submission => submission.Attempts).Where(submission => submission.CourseId == course && submission.MemberId == mentor)
            .ToDictionaryAsync(submission => submission.ActivityId, cancel);
        var selves = await (from submission in db.Submissions
                            where submission.CourseId == course && submission.MemberId == mentor
                            join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                            join self in db.SelfAssessments.AsNoTracking() on attempt.Id equals self.AttemptId
                            select self).ToDictionaryAsync(self => self.AttemptId, cancel);
        var released = await (from submission in db.Submissions
                              where submission.CourseId == course && submission.MemberId == mentor
                              join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                              join assessment in db.Assessments.AsNoTracking() on attempt.Id equals assessment.AttemptId
                              where assessment.ReleasedAt != null
                              join answer in db.FeedbackAnswers.AsNoTracking() on assessment.Id equals answer.AssessmentId into answers
                              from answer in answers.DefaultIfEmpty()
                              select new Released(assessment, answer)).ToDictionaryAsync(one => one.Assessment.AttemptId, cancel);
        var files = await db.Attachments.AsNoTracking().Where(file => file.SubmissionId != null && db.Submissions.Any(submission => submission.Id == file.SubmissionId && submission.CourseId == course && submission.MemberId == mentor))
            .OrderBy(file => file.AddedAt).ToListAsync(cancel);
        var allowances = await db.Allowances.AsNoTracking().Where(allowance => allowance.CourseId == course && allowance.MemberId == mentor).ToDictionaryAsync(allowance => allowance.ActivityId, cancel);
        var entries = await db.LogEntries.AsNoTracking().Where(entry => entry.CourseId == course && entry.MemberId == mentor).OrderBy(entry => entry.StartsAt).ToListAsync(cancel);
        var entriesOf = entries.ToLookup(entry => entry.ActivityId);
        return new Portfolio(
            [.. activities.Where(activity => submissions.ContainsKey(activity.Id))
                .Select(activity => WorkOf(activity, activity.TermsFor(allowances.GetValueOrDefault(activity.Id)), submissions[activity.Id], selves, released, files, isOwn))
                .Where(work => work.Attempts.Count > 0 || work.Draft is not null || work.DraftFiles.Count > 0)],
            [.. activities.Where(activity => entriesOf.Contains(activity.Id)).Select(activity => new PortfolioLog(activity, [.. entriesOf[activity.Id]]))]);
    }

    private static PortfolioWork WorkOf(Activity activity, OwnTerms terms, Submission submission, Dictionary<AttemptId, SelfAssessment> selves, Dictionary<AttemptId, Released> released, List<Attachment> files, bool isOwn)
    {
        var attempts = submission.Attempts.Where(attempt => isOwn || attempt.Stands || attempt.GradedAt is not null).OrderBy(attempt => attempt.Number)
            .Select(attempt => AttemptOf(attempt, released.GetValueOrDefault(attempt.Id))).ToList();
        if (!isOwn)
            return new PortfolioWork(activity, terms, attempts, Draft: null, DraftFiles: []);
        bool isNews = submission.DraftText.Length > 0 && !submission.Attempts.Any(attempt => attempt.Text == submission.DraftText);
        return new PortfolioWork(
            activity, terms, attempts, isNews ? submission.DraftText : null,
            files.FindAll(file => file.SubmissionId == submission.Id && file.RemovedAt is null && !submission.Attempts.Any(attempt => attempt.Files.Contains(file.Id))));

        PortfolioAttempt AttemptOf(Attempt attempt, Released? graded) =>
            new(attempt, selves.GetValueOrDefault(attempt.Id), graded?.Assessment, graded?.Answer, files.FindAll(file => attempt.Files.Contains(file.Id)));
    }

    private sealed record Released(Assessment Assessment, FeedbackAnswer? Answer);
}
