using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Features.Totals;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Archive;

/// <summary>
/// Writes a whole course for its instructor, one mentor after the other: so much of it is in memory at a time, and no statement runs longer than a page's.
/// A mentor's work is as it is when it is written.
/// </summary>
public sealed class CourseArchive(
    CourseDb db, PortfolioDesk desk, PortfolioArchive folders, HoursDesk hours, IStringLocalizer<CourseArchive> text, IStringLocalizer<Words> words, TimeProvider clock)
{
    private const int MentorsAtOnce = 50;

    /// <summary>Whoever is in the course, or has left work there; whichever section is looked at.</summary>
    public async Task<IReadOnlyList<ArchivedMentor>> MentorsAsync(CurrentMember viewer, CancellationToken cancel)
    {
        var course = viewer.CourseId;
        var found = await db.Members.SeenBy(viewer with { Section = null })
            .Where(member => member.IsActive || db.Submissions.Any(submission => submission.CourseId == course && submission.MemberId == member.Id) || db.LogEntries.Any(entry => entry.CourseId == course && entry.MemberId == member.Id))
            .OrderBy(member => member.Name).ThenBy(member => member.Subject).Select(member => new { member.Id, member.Name }).ToListAsync(cancel);
        var names = new UniqueNames();
        return found.ConvertAll(one => new ArchivedMentor(one.Id, one.Name ?? words["Nameless"], names.Take($"{ArchiveName.Of(one.Name, "mentor")} {one.Id.Value.ToString("N")[^6..]}")));
    }

    public async Task WriteAsync(StreamedZip zip, CurrentMember viewer, IReadOnlyList<ArchivedMentor> mentors, Action mentorDone, CancellationToken cancel)
    {
        var (time, count) = (new CourseTime(viewer.TimeZone), new ArchiveCount());
        var activities = await desk.ActivitiesAsync(viewer.CourseId, cancel);
        await zip.AddAsync("index.md", text["Index", viewer.CourseName, time.Fully(clock.GetUtcNow()), viewer.Name ?? words["Nameless"], mentors.Count, activities.Count], cancel);
        await WriteGradesAsync(zip, viewer.CourseId, activities, mentors, cancel);
        await WriteHoursAsync(zip, viewer, cancel);
        foreach (var mentor in mentors)
        {
            var portfolio = await desk.ReadAsync(activities, viewer.CourseId, mentor.Id, isOwn: false, cancel);
            await folders.WriteAsync(zip, $"mentors/{mentor.Folder}/", portfolio, mentor.Name, time, count, cancel);
            mentorDone();
        }

        string missing = count.Missing == 0 ? "" : text["Complete.Missing", count.Missing];
        await zip.AddAsync("complete.txt", $"{text["Complete", mentors.Count, count.Works, count.Entries, count.Files, time.Fully(clock.GetUtcNow())]}\n{missing}", cancel);
    }

    private async Task WriteGradesAsync(StreamedZip zip, CourseId course, IReadOnlyList<Activity> activities, IReadOnlyList<ArchivedMentor> mentors, CancellationToken cancel)
    {
        await using var file = await zip.OpenAsync("grades.csv", cancel);
        await file.WriteAsync(CsvFile.Bytes([[words["Role.Mentor"], text["Folder"], .. activities.Select(activity => text["OutOf", activity.Title, Points.Of(activity.Points)].Value)]]), cancel);
        foreach (var some in mentors.Chunk(MentorsAtOnce))
        {
            var scores = await ScoresAsync(course, [.. some.Select(mentor => mentor.Id)], cancel);
            await file.WriteAsync(CsvFile.Bytes(
                some.Select(mentor => (string[])[mentor.Name, mentor.Folder, .. activities.Select(activity => Points.Of(scores.GetValueOrDefault((mentor.Id, activity.Id))))]), isBeginning: false), cancel);
        }
    }

    /// <summary>Of work the newest grade that was released; of hours and participation what was counted for the gradebook.</summary>
    private async Task<Dictionary<(MemberId, ActivityId), decimal?>> ScoresAsync(CourseId course, IReadOnlyList<MemberId> mentors, CancellationToken cancel)
    {
        var scores = await db.Deliveries.Where(delivery => delivery.CourseId == course && mentors.Contains(delivery.MemberId) && delivery.Score != null)
            .Join(db.Activities.Where(activity => activity.Kind != ActivityKind.Reflection), delivery => delivery.ActivityId, activity => activity.Id, (delivery, _) => new { delivery.MemberId, delivery.ActivityId, delivery.Score })
            .ToListAsync(cancel);
        var released = await (from submission in db.Submissions
                              where submission.CourseId == course && mentors.Contains(submission.MemberId)
                              join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                              where attempt.GradedAt != null
                              join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
                              where assessment.ReleasedAt != null
                              orderby attempt.Number
                              select new { submission.MemberId, submission.ActivityId, assessment.Score }).ToListAsync(cancel);
        var all = new Dictionary<(MemberId, ActivityId), decimal?>();
        foreach (var one in scores.Concat(released))
            all[(one.MemberId, one.ActivityId)] = one.Score;
        return all;
    }

    private async Task WriteHoursAsync(StreamedZip zip, CurrentMember viewer, CancellationToken cancel)
    {
        var (mentors, groups) = await hours.OfAsync(viewer, cancel);
        string[] Row(string kind, HoursRow row) => [
            kind, row.Name ?? words["Nameless"], Of(row.Minutes.Planned), Of(row.Minutes.Logged), Of(row.Minutes.Approved), Of(row.Minutes.Returned), Points.Of(row.Goal)];
        await using var file = await zip.OpenAsync("hours.csv", cancel);
        await file.WriteAsync(CsvFile.Bytes([
            [text["Hours.Kind"], text["Hours.Name"], text["Hours.Planned"], text["Hours.Logged"], text["Hours.Approved"], text["Hours.Returned"], text["Hours.Goal"]],
            .. mentors.Select(row => Row(words["Role.Mentor"], row)), .. groups.Select(row => Row(text["Hours.Group"], row))]), cancel);
    }

    private static string Of(int minutes) => Points.Of(Hours.OfMinutes(minutes));
}

/// <param name="Folder">Its name in the archive; no two have the same.</param>
public sealed record ArchivedMentor(MemberId Id, string Name, string Folder);
