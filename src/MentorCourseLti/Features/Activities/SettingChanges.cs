using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rules;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>Says what other settings of an activity would change elsewhere, in the LMS and for grades, before they do.</summary>
public sealed class SettingChanges(CourseDb db, GradeRecount recount, RuleWords words)
{
    /// <summary>What saving would change beyond the page it is saved on.</summary>
    public async Task<IReadOnlyList<SettingChange>> OfAsync(Activity activity, ActivitySettings settings, CancellationToken cancel)
    {
        var changes = new List<SettingChange>();
        var terms = settings.Terms;
        var (due, points) = (activity.Lms?.DueAt ?? terms.DueAt, activity.Lms?.Points ?? terms.Points ?? activity.Points);
        if (await db.GradeColumns.ThatStand().AnyAsync(column => column.ActivityId == activity.Id, cancel))
            changes.AddRange(await ColumnChangesAsync(activity, settings.Title, due, points, cancel));
        changes.AddRange(await GradesAsync(activity, new Counting(points, settings.Late), due, cancel));
        if (due != activity.DueAt)
            changes.AddRange(await LatenessAsync(activity, due, cancel));
        changes.AddRange(Overruled(activity, terms));
        return changes;
    }

    /// <summary>Stands for a change-set: whoever confirms it has seen this one and no other.</summary>
    public static string DigestOf(IReadOnlyList<SettingChange> changes) =>
        ShortDigest.Of(string.Join('|', changes));

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

    private async Task<List<SettingChange>> GradesAsync(Activity activity, Counting counting, DateTimeOffset? due, CancellationToken cancel)
    {
        if (counting == activity.Counting && due == activity.DueAt)
            return [];
        if (activity.Kind is ActivityKind.Participation)
            return [];
        if (activity.Kind is ActivityKind.MentoringLog)
        {
            int hours = await db.Deliveries.CountAsync(delivery => delivery.CourseId == activity.CourseId && delivery.ActivityId == activity.Id && delivery.Score != null, cancel);
            return hours == 0 ? [] : [new SettingChange(SettingChangeKind.GradesCountAnew, Points.Of(counting.Points), Count: hours)];
        }

        var moves = await recount.PreviewAsync(activity, counting, due, cancel);
        if (moves.Count == 0)
            return [];
        return counting.Points != activity.Points
            ? [new SettingChange(SettingChangeKind.GradesCountAnew, Points.Of(counting.Points), Count: moves.Count)]
            : [new SettingChange(SettingChangeKind.GradesByRule, words.Of(moves), Count: moves.Count)];
    }

    private async Task<List<SettingChange>> LatenessAsync(Activity activity, DateTimeOffset? due, CancellationToken cancel)
    {
        // Who has a date of their own is as late as before.
        var times = await (from submission in db.Submissions
                           where submission.ActivityId == activity.Id && !db.Allowances.Any(one => one.ActivityId == activity.Id && one.MemberId == submission.MemberId && one.DueAt != null)
                           join attempt in db.Attempts on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId }
                           where attempt.SetAsideAt == null
                           select attempt.FirstHandedInAt ?? attempt.HandedInAt).ToListAsync(cancel);
        int becomeLate = times.Count(time => !(time > activity.DueAt) && time > due);
        int noLonger = times.Count(time => time > activity.DueAt && !(time > due));
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
