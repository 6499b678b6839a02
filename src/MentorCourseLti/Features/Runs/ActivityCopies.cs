using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Runs;

/// <summary>
/// A run's own copies of activities of the runs before it: prompt, rubric, points and files to read; never anybody's work, and no dates.
/// A run has one copy of each line, whoever opens the course first.
/// </summary>
public sealed class ActivityCopies(CourseDb db, FileStore files, RunHistory history, TimeProvider clock)
{
    /// <summary>
    /// The course's own activity for one that a link names: that one, where it is the course's; its copy, which is made where there is none
    /// yet. None where there is no such activity on the course's platform. Adds to the unit of work.
    /// </summary>
    public async Task<Activity?> InCourseAsync(ActivityId named, Course course, Member member, CancellationToken cancel)
    {
        var first = await (from activity in db.Activities
                           where activity.Id == named
                           join home in db.Courses on activity.CourseId equals home.Id
                           where home.PlatformId == course.PlatformId
                           select activity).FirstOrDefaultAsync(cancel);
        if (first is null || first.CourseId == course.Id)
            return first;

        var line = first.OriginId ?? first.Id;
        if (db.Activities.Local.FirstOrDefault(one => one.CourseId == course.Id && one.OriginId == line) is { } justMade)
            return justMade;
        return await db.Activities.FirstOrDefaultAsync(one => one.CourseId == course.Id && (one.OriginId == line || one.Id == line), cancel)
            ?? await CopyAsync(await NewestAsync(line, course, cancel) ?? first, line, course, member, cancel);
    }

    /// <summary>What earlier runs had that the course has neither a copy of nor made: of each line the newest, in the order in which it was due.</summary>
    public async Task<IReadOnlyList<Activity>> NotYetAsync(Course course, CancellationToken cancel)
    {
        var runs = await history.OfAsync(course, cancel);
        if (runs.Count == 0)
            return [];
        var own = await db.Activities.Where(one => one.CourseId == course.Id).Select(one => one.OriginId ?? one.Id).ToListAsync(cancel);
        var earlier = await db.Activities.AsNoTracking().Where(one => runs.Contains(one.CourseId)).ToListAsync(cancel);
        return [.. earlier.GroupBy(one => one.OriginId ?? one.Id).Where(line => !own.Contains(line.Key))
            .Select(line => line.MinBy(one => runs.IndexOf(one.CourseId))!)
            .OrderBy(one => one.DueAt is null).ThenBy(one => one.DueAt).ThenBy(one => one.CreatedAt)];
    }

    /// <summary>Of a line, the activity of the run that this one was copied from: it has what was changed since the first.</summary>
    private async Task<Activity?> NewestAsync(ActivityId line, Course course, CancellationToken cancel)
    {
        var runs = await history.OfAsync(course, cancel);
        var candidates = await db.Activities.Where(one => one.Id == line || one.OriginId == line).ToListAsync(cancel);
        return candidates.Where(one => runs.Contains(one.CourseId)).MinBy(one => runs.IndexOf(one.CourseId));
    }

    private async Task<Activity> CopyAsync(Activity source, ActivityId line, Course course, Member member, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // A course that is only beginning takes over where its times are read.
        if (db.Entry(course).State is EntityState.Added && await db.Courses.AsNoTracking().FirstOrDefaultAsync(one => one.Id == source.CourseId, cancel) is { } home)
            course.TimeZone = home.TimeZone;
        var copy = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = course.Id,
            Kind = source.Kind,
            Title = source.Title,
            Prompt = source.Prompt,
            Points = source.Set.Points ?? source.Points,
            RubricId = source.RubricId is { } rubric ? await RubricAsync(rubric, course, now, cancel) : null,
            GoalHours = source.GoalHours,
            LeadersGrade = source.LeadersGrade,
            IsAnonymous = source.IsAnonymous,
            AsksSelfAssessment = source.AsksSelfAssessment,
            Late = source.Late,
            Participation = source.Participation,
            CreatedAt = now,
            OriginId = line,
        };
        db.Add(copy);
        await CopyFilesAsync(source, copy, member, now, cancel);
        return copy;
    }

    private async Task<RubricId> RubricAsync(RubricId id, Course course, DateTimeOffset now, CancellationToken cancel)
    {
        var source = await db.Rubrics.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        var line = source.OriginId ?? source.Id;
        var known = db.Rubrics.Local.FirstOrDefault(one => one.CourseId == course.Id && one.OriginId == line)
            ?? await db.Rubrics.FirstOrDefaultAsync(one => one.CourseId == course.Id && one.OriginId == line, cancel);
        if (known is not null)
            return known.Id;
        var copy = new Rubric { Id = RubricId.New(now), CourseId = course.Id, Title = source.Title, Criteria = source.Criteria, OriginId = line };
        db.Add(copy);
        return copy.Id;
    }

    /// <summary>Of what the activity gives everybody to read. A file that is not there any more is left out.</summary>
    private async Task CopyFilesAsync(Activity source, Activity copy, Member member, DateTimeOffset now, CancellationToken cancel)
    {
        var given = await db.Attachments.AsNoTracking().Where(one => one.ActivityId == source.Id && one.SubmissionId == null && one.RemovedAt == null).ToListAsync(cancel);
        foreach (var file in given)
        {
            var id = AttachmentId.New(now);
            if (!files.TryCopy(file.Id, id))
                continue;
            db.Add(new Attachment
            {
                Id = id,
                CourseId = copy.CourseId,
                ActivityId = copy.Id,
                AddedBy = member.Id,
                Name = file.Name,
                Kind = file.Kind,
                Size = file.Size,
                Digest = file.Digest,
                Place = file.Place,
                AddedAt = now,
            });
        }
    }
}
