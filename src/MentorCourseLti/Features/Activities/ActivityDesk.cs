using System.Security.Cryptography;
using System.Text;
using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>Adds activities and changes their settings: says first what that changes elsewhere, in the LMS and for grades, then does it.</summary>
public sealed class ActivityDesk(CourseDb db, LinkSetUp setUp, GradeOutbox outbox, TimeProvider clock)
{
    /// <summary>What saving would change beyond the page it is saved on.</summary>
    public async Task<IReadOnlyList<SettingChange>> ChangesAsync(Activity activity, string title, ActivityTerms terms, CancellationToken cancel)
    {
        var changes = new List<SettingChange>();
        var (due, points) = (activity.Lms?.DueAt ?? terms.DueAt, activity.Lms?.Points ?? terms.Points ?? activity.Points);
        if (await db.GradeColumns.ThatStand().AnyAsync(column => column.ActivityId == activity.Id, cancel))
            changes.AddRange(await ColumnChangesAsync(activity, title, due, points, cancel));
        if (points != activity.Points && await CountGradesAsync(activity, cancel) is > 0 and var grades)
            changes.Add(new SettingChange(SettingChangeKind.GradesCountAnew, Points.Of(points), Count: grades));
        if (due != activity.DueAt)
            changes.AddRange(await LatenessAsync(activity, due, cancel));
        changes.AddRange(Overruled(activity, terms));
        return changes;
    }

    /// <summary>Stands for a change-set: whoever confirms it has seen this one and no other.</summary>
    public static string DigestOf(IReadOnlyList<SettingChange> changes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', changes))).AsSpan(0, 12));

    /// <summary>A change of the activity's gradebook column that is on its way, or that a person must look at.</summary>
    public Task<ColumnChange?> OpenChangeAsync(ActivityId activity, CancellationToken cancel) => (
        from column in db.GradeColumns
        where column.ActivityId == activity && column.RetiredAt == null
        join change in db.ColumnChanges.AsNoTracking() on column.Id equals change.ColumnId
        where change.DueAt != null || (change.Answer != DeliveryAnswer.Accepted && change.Answer != DeliveryAnswer.AlreadyThere)
        select change).FirstOrDefaultAsync(cancel);

    /// <summary>Adds to the unit of work; the caller saves and rings.</summary>
    public async Task<Activity> AddAsync(CourseId course, ActivityKind kind, ActivityForm form, Guid? linkId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var activity = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = course,
            Kind = kind,
            Title = form.Title!,
            Prompt = form.Prompt!,
            Points = form.Points!.Value,
            CreatedAt = now,
        };
        db.Add(activity);
        // Somebody else may have set the link up meanwhile: theirs stands, and this one waits on the home page.
        if (await setUp.FindAsync(linkId, course, cancel) is { ActivityId: null } link)
            await setUp.OpenAsync(link, activity, cancel);
        return activity;
    }

    /// <summary>Adds to the unit of work; the caller saves and rings.</summary>
    public async Task ApplyAsync(Activity activity, string title, ActivityTerms terms, CancellationToken cancel)
    {
        var before = (activity.Title, activity.OpensAt, activity.DueAt, activity.Points);
        activity.Title = title;
        if (terms.DueAt != activity.Set.DueAt)
            activity.Place = await PlaceAsync(activity.CourseId, terms.DueAt, cancel);
        activity.Agree(terms);
        if (before != (activity.Title, activity.OpensAt, activity.DueAt, activity.Points))
            await outbox.ChangeColumnsAsync(activity, clock.GetUtcNow(), cancel);
        if (before.Points != activity.Points && activity.Kind is ActivityKind.Reflection)
            await CountAnewAsync(activity, cancel);
    }

    /// <summary>A date in a week of the course's term moves with that week from then on.</summary>
    private async Task<WeekPlace?> PlaceAsync(CourseId course, DateTimeOffset? due, CancellationToken cancel)
    {
        if (due is not { } at || await db.Terms.AsNoTracking().FirstOrDefaultAsync(term => term.CourseId == course, cancel) is not { } term)
            return null;
        string zone = await db.Courses.Where(one => one.Id == course).Select(one => one.TimeZone).SingleAsync(cancel);
        return term.Calendar.PlaceOf(at, new CourseTime(zone).Zone);
    }

    /// <summary>Released assessments count out of the activity's points as they are now, and go to the gradebook again.</summary>
    private async Task CountAnewAsync(Activity activity, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var released = await (from submission in db.Submissions
                              where submission.ActivityId == activity.Id
                              join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                              where attempt.TakenBackAt == null
                              join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
                              where assessment.ReleasedAt != null
                              join author in db.Members on submission.MemberId equals author.Id
                              select new { attempt, assessment, author }).ToListAsync(cancel);
        foreach (var one in released)
        {
            one.assessment.CountAnew(activity);
            await outbox.WantAsync(activity, one.author, GradeNews.Of(one.assessment, one.attempt, now), cancel);
        }
    }

    private async Task<List<SettingChange>> ColumnChangesAsync(Activity activity, string title, DateTimeOffset? due, decimal points, CancellationToken cancel)
    {
        var changes = new List<SettingChange>();
        if (title != activity.Title)
            changes.Add(new SettingChange(SettingChangeKind.ColumnRenamed, title));
        if (points != activity.Points)
            changes.Add(new SettingChange(SettingChangeKind.ColumnPoints, Points.Of(points)));
        if (due != activity.DueAt)
            changes.Add(due is null ? new SettingChange(SettingChangeKind.ColumnDueRemoved) : new SettingChange(SettingChangeKind.ColumnDue, At: due));
        if (changes.Count == 0)
            return changes;
        bool mayManage = await db.Courses.AnyAsync(course => course.Id == activity.CourseId && course.LineItemsUrl != null && (" " + course.GradeScopes + " ").Contains(" " + AgsScopes.LineItem + " "), cancel);
        return mayManage ? changes : [new SettingChange(SettingChangeKind.ColumnKept)];
    }

    private Task<int> CountGradesAsync(Activity activity, CancellationToken cancel) => activity.Kind is ActivityKind.MentoringLog
        ? db.Deliveries.CountAsync(delivery => delivery.ActivityId == activity.Id && delivery.Score != null, cancel)
        : (from submission in db.Submissions
           where submission.ActivityId == activity.Id
           join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
           where attempt.TakenBackAt == null && attempt.GradedAt != null
           select attempt).CountAsync(cancel);

    private async Task<List<SettingChange>> LatenessAsync(Activity activity, DateTimeOffset? due, CancellationToken cancel)
    {
        var times = await (from submission in db.Submissions
                           where submission.ActivityId == activity.Id
                           join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                           where attempt.TakenBackAt == null
                           select attempt.HandedInAt).ToListAsync(cancel);
        int becomeLate = times.Count(time => !activity.IsLate(time) && time > due);
        int noLonger = times.Count(time => activity.IsLate(time) && !(time > due));
        var changes = new List<SettingChange>();
        if (becomeLate > 0)
            changes.Add(new SettingChange(SettingChangeKind.BecomeLate, Count: becomeLate));
        if (noLonger > 0)
            changes.Add(new SettingChange(SettingChangeKind.NoLongerLate, Count: noLonger));
        return changes;
    }

    /// <summary>What was set here anew and does not count, since the LMS says otherwise.</summary>
    private static IEnumerable<SettingChange> Overruled(Activity activity, ActivityTerms terms)
    {
        if (activity.Lms is not { } lms)
            yield break;
        var was = activity.Set;
        foreach (var (set, before, theirs) in new[] { (terms.OpensAt, was.OpensAt, lms.OpensAt), (terms.DueAt, was.DueAt, lms.DueAt), (terms.ClosesAt, was.ClosesAt, lms.ClosesAt) })
        {
            if (set != before && theirs is not null && set != theirs)
                yield return new SettingChange(SettingChangeKind.LmsDateWins, At: theirs);
        }

        if (terms.Points != was.Points && lms.Points is { } points && terms.Points != points)
            yield return new SettingChange(SettingChangeKind.LmsPointsWin, Points.Of(points));
    }
}
