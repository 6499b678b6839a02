using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Reminders;

/// <summary>
/// Counts digests: an instructor's of the whole course, a leader's of the own mentors. A term that has been over for weeks has none, whatever is left of it.
/// </summary>
public sealed class WeekDigests(CourseDb db)
{
    private const int DaysAfterTerm = 28;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    internal async Task<IReadOnlyList<OpenThing>> ReadAsync(IReadOnlyList<RemindedMember> readers, DateTimeOffset now, CancellationToken cancel)
    {
        var courses = readers.Select(reader => reader.CourseId).Distinct().ToList();
        if (courses.Count == 0)
            return [];
        var calendars = await db.Terms.Where(term => courses.Contains(term.CourseId)).Select(term => new { term.CourseId, term.Calendar }).ToDictionaryAsync(term => term.CourseId, term => term.Calendar, cancel);
        var digestOf = await CountAsync(courses, now, cancel);
        return
        [
            .. from reader in readers
               where !calendars.TryGetValue(reader.CourseId, out var calendar) || QuietHours.DayOf(now, WallClock.ZoneOf(reader.ProgrammeZone)) <= calendar.EndsOn.AddDays(DaysAfterTerm)
               let digest = digestOf(reader)
               where digest.IsNews
               select new OpenThing(new ReminderLine(ReminderKind.WeeklyDigest, reader.Id, reader.CourseId.Value), reader, "", reader.JoinedAt, now, "/") { Digest = digest },
        ];
    }

    private async Task<Func<RemindedMember, WeekDigest>> CountAsync(List<CourseId> courses, DateTimeOffset now, CancellationToken cancel)
    {
        var (before, after) = (now - Week, now + Week);
        var mentors = await db.Members.WhoMentor().Where(member => courses.Contains(member.CourseId))
            .Select(member => new { member.Id, member.CourseId, member.LeaderId }).ToListAsync(cancel);
        var toGrade = await (from submission in db.Submissions
                             where courses.Contains(submission.CourseId) && submission.State == WorkState.HandedIn
                             join activity in db.Activities on submission.ActivityId equals activity.Id
                             group submission by new { submission.MemberId, activity.LeadersGrade } into waiting
                             select new { waiting.Key.MemberId, waiting.Key.LeadersGrade, Count = waiting.Count() }).ToListAsync(cancel);
        var handedIn = await (from submission in db.Submissions
                              where courses.Contains(submission.CourseId) && submission.State >= WorkState.HandedIn
                              join attempt in db.Attempts on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId }
                              where attempt.HandedInAt > before
                              group submission by submission.MemberId into fresh
                              select new { fresh.Key, Count = fresh.Count() }).ToDictionaryAsync(fresh => fresh.Key, fresh => fresh.Count, cancel);
        var entries = await (from entry in db.LogEntries
                             where courses.Contains(entry.CourseId) && (entry.State == EntryState.Waiting || entry.LoggedAt > before)
                             group entry by entry.MemberId into own
                             select new
                             {
                                 own.Key,
                                 Waiting = own.Count(entry => entry.State == EntryState.Waiting),
                                 NeedAttention = own.Count(entry => entry.State == EntryState.Waiting && entry.NeedsAttention),
                                 Logged = own.Count(entry => entry.WasHeld && entry.LoggedAt > before),
                             }).ToDictionaryAsync(own => own.Key, own => (own.Waiting, own.NeedAttention, own.Logged), cancel);
        var inTrouble = await db.Deliveries.Where(delivery => courses.Contains(delivery.CourseId) && delivery.State == DeliveryState.NeedsLook)
            .GroupBy(delivery => delivery.CourseId).Select(course => new { course.Key, Count = course.Count() }).ToDictionaryAsync(course => course.Key, course => course.Count, cancel);
        var due = await db.Activities.Where(activity => courses.Contains(activity.CourseId) && activity.Kind == ActivityKind.Reflection && activity.DueAt > now && activity.DueAt <= after)
            .GroupBy(activity => activity.CourseId).Select(course => new { course.Key, Count = course.Count() }).ToDictionaryAsync(course => course.Key, course => course.Count, cancel);
        return reader =>
        {
            bool teaches = reader.Role is MemberRole.Instructor;
            var seen = mentors.Where(mentor => mentor.CourseId == reader.CourseId && (teaches || mentor.LeaderId == reader.Id)).Select(mentor => mentor.Id).ToHashSet();
            return new WeekDigest(
                HandedIn: seen.Sum(mentor => handedIn.GetValueOrDefault(mentor)),
                Logged: seen.Sum(mentor => entries.GetValueOrDefault(mentor).Logged),
                ToGrade: toGrade.Where(waiting => seen.Contains(waiting.MemberId) && (teaches || waiting.LeadersGrade)).Sum(waiting => waiting.Count),
                EntriesToReview: seen.Sum(mentor => entries.GetValueOrDefault(mentor).Waiting),
                NeedAttention: seen.Sum(mentor => entries.GetValueOrDefault(mentor).NeedAttention),
                InTrouble: teaches ? inTrouble.GetValueOrDefault(reader.CourseId) : 0,
                DueSoon: seen.Count > 0 ? due.GetValueOrDefault(reader.CourseId) : 0);
        };
    }
}
