using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Picture;

/// <summary>Who has gone quiet: has written, handed in and logged nothing for so many days.</summary>
public sealed class QuietDesk(CourseDb db, TimeProvider clock)
{
    public const int UsualDays = 14;

    public static IReadOnlyList<int> Choices { get; } = [7, UsualDays, 21, 28];

    /// <summary>Longest quiet first. Nobody is quiet for longer than they are in the course.</summary>
    public async Task<IReadOnlyList<QuietMentor>> ReadAsync(CurrentMember viewer, int days, CancellationToken cancel)
    {
        var (course, now) = (viewer.CourseId, clock.GetUtcNow());
        var mentors = (await db.MentorsSeenByAsync(viewer, cancel)).FindAll(mentor => mentor.IsActive);
        var wrote = await (from submission in db.Submissions
                           where submission.CourseId == course
                           group submission by submission.MemberId into own
                           select new { own.Key, At = own.Max(submission => submission.DraftSavedAt) }).ToDictionaryAsync(own => own.Key, own => own.At, cancel);
        // Files can be handed in without a text that was ever saved.
        var handedIn = await (from submission in db.Submissions
                              where submission.CourseId == course && submission.DraftSavedAt == null && submission.State >= WorkState.HandedIn
                              join attempt in db.Attempts on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId }
                              group attempt by submission.MemberId into own
                              select new { own.Key, At = own.Max(attempt => attempt.HandedInAt) }).ToDictionaryAsync(own => own.Key, own => (DateTimeOffset?)own.At, cancel);
        var logged = await (from entry in db.LogEntries
                            where entry.CourseId == course
                            group entry by entry.MemberId into own
                            select new { own.Key, At = own.Max(entry => entry.LoggedAt) }).ToDictionaryAsync(own => own.Key, own => (DateTimeOffset?)own.At, cancel);

        DateTimeOffset? LastOf(MemberId mentor) => new[] { wrote.GetValueOrDefault(mentor), handedIn.GetValueOrDefault(mentor), logged.GetValueOrDefault(mentor) }.Max();
        return
        [
            .. from mentor in mentors
               let last = LastOf(mentor.Id)
               let quiet = (int)(now - (last ?? mentor.JoinedAt)).TotalDays
               where quiet >= days
               orderby quiet descending
               select new QuietMentor(mentor.Name, last, quiet),
        ];
    }
}

/// <param name="LastAt">None where the mentor has done nothing here yet.</param>
/// <param name="Days">Whole ones.</param>
public sealed record QuietMentor(string? Name, DateTimeOffset? LastAt, int Days);
