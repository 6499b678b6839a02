using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentorCourseLti.Features.Audit;

/// <summary>What the change of one row means; none where it is nobody's act, or one that nobody asks after.</summary>
/// <param name="AttemptId">That was graded: its mentor and activity are to be found by it.</param>
internal sealed record NotedAct(AuditAct Act, MemberId? MentorId = null, ActivityId? ActivityId = null, AttemptId? AttemptId = null, string? Thing = null)
{
    private const int LongestText = 200;

    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    public static NotedAct? Of(EntityEntry row, CourseDb db) => row.Entity switch
    {
        Assessment assessment => OfGrade(assessment, new ChangedRow(row)),
        LogEntry entry => OfEntry(entry, new ChangedRow(row)),
        Activity activity => OfActivity(activity, new ChangedRow(row), db),
        Rubric rubric => OfRubric(rubric, new ChangedRow(row)),
        Allowance allowance => OfAllowance(allowance, new ChangedRow(row)),
        Member member => OfMember(member, new ChangedRow(row), db),
        Course course => OfCourse(course, new ChangedRow(row)),
        CourseJoin join => OfJoin(join, new ChangedRow(row), db),
        Programme programme => OfProgramme(programme, new ChangedRow(row)),
        _ => null,
    };

    private static NotedAct? OfGrade(Assessment assessment, ChangedRow row)
    {
        bool wasReleased = row.Was<DateTimeOffset?>(nameof(Assessment.ReleasedAt)) is not null;
        row.Note(AuditField.Score, Score(row.Was<decimal?>(nameof(Assessment.Score)), row.Was<decimal?>(nameof(Assessment.OutOf))), Score(assessment.Score, assessment.OutOf));
        row.Note<IReadOnlyList<Mark>>(AuditField.Marks, nameof(Assessment.Marks), marks => MarksOf(assessment, marks));
        row.Note<string>(AuditField.Comment, nameof(Assessment.Comment), Text);
        if (!row.HasChanges && (Json(row.Was<IReadOnlyList<Mark>>(nameof(Assessment.Marks))) != Json(assessment.Marks) || Json(row.Was<IReadOnlyList<PassageNote>>(nameof(Assessment.Passages))) != Json(assessment.Passages)))
            row.NoteOnly(AuditField.Wording);
        var act = (wasReleased, assessment.IsReleased) switch
        {
            (false, false) => AuditAct.Graded,
            (false, true) => AuditAct.Released,
            (true, true) => AuditAct.GradeChanged,
            (true, false) => AuditAct.ReleaseTakenBack,
        };
        bool isNews = act switch
        {
            // A draft saves itself every few words: that it was begun is noted, and what came of it when it is released.
            AuditAct.Graded => row.IsAdded || row.Was<MemberId>(nameof(Assessment.GraderId)) != assessment.GraderId,
            AuditAct.GradeChanged => row.HasChanges,
            _ => true,
        };
        return isNews ? row.As(act) with { AttemptId = assessment.AttemptId } : null;
    }

    private static NotedAct? OfEntry(LogEntry entry, ChangedRow row)
    {
        row.Note<EntryState>(AuditField.State, nameof(LogEntry.State), state => state.ToString());
        // What its own mentor changes waits.
        if (!row.HasChanges || entry.State is EntryState.Waiting)
            return null;
        row.Note<string>(AuditField.Note, nameof(LogEntry.Note), Text);
        row.Note(AuditField.StartsAt, was: null, ChangedRow.Time(entry.StartsAt));
        row.Note(AuditField.Minutes, was: null, ChangedRow.Number(entry.Minutes));
        return row.As(entry.State is EntryState.Approved ? AuditAct.EntryApproved : AuditAct.EntryReturned) with { MentorId = entry.MemberId, ActivityId = entry.ActivityId };
    }

    private static NotedAct? OfActivity(Activity activity, ChangedRow row, CourseDb db)
    {
        row.Note<string>(AuditField.Title, nameof(Activity.Title), Text);
        row.Note<decimal>(AuditField.Points, nameof(Activity.Points), points => ChangedRow.Number(points));
        row.Note<DateTimeOffset?>(AuditField.OpensAt, nameof(Activity.OpensAt), ChangedRow.Time);
        row.Note<DateTimeOffset?>(AuditField.DueAt, nameof(Activity.DueAt), ChangedRow.Time);
        row.Note<DateTimeOffset?>(AuditField.ClosesAt, nameof(Activity.ClosesAt), ChangedRow.Time);
        row.Note<DateTimeOffset?>(AuditField.ResubmitUntil, nameof(Activity.ResubmitUntil), ChangedRow.Time);
        row.Note<LatePolicy?>(AuditField.Late, nameof(Activity.Late), Json);
        row.Note<Participation?>(AuditField.Participation, nameof(Activity.Participation), Json);
        row.Note<bool>(AuditField.LeadersGrade, nameof(Activity.LeadersGrade), Flag);
        row.Note<decimal?>(AuditField.GoalHours, nameof(Activity.GoalHours), ChangedRow.Number);
        row.Note<RubricId?>(AuditField.Rubric, nameof(Activity.RubricId), id => id is { } rubric ? db.Rubrics.Find(rubric)?.Title : null);
        row.Note<string>(AuditField.Prompt, nameof(Activity.Prompt), Text);
        return row.HasChanges ? row.As(row.IsAdded ? AuditAct.ActivityAdded : AuditAct.ActivityChanged) with { ActivityId = activity.Id } : null;
    }

    private static NotedAct? OfRubric(Rubric rubric, ChangedRow row)
    {
        row.Note<string>(AuditField.Title, nameof(Rubric.Title), Text);
        row.Note<IReadOnlyList<Criterion>>(AuditField.Criteria, nameof(Rubric.Criteria), CriteriaOf);
        if (!row.HasChanges && Json(row.Was<IReadOnlyList<Criterion>>(nameof(Rubric.Criteria))) != Json(rubric.Criteria))
            row.NoteOnly(AuditField.Wording);
        var act = row.IsAdded ? AuditAct.RubricAdded : row.IsDeleted ? AuditAct.RubricRemoved : AuditAct.RubricChanged;
        return row.HasChanges ? row.As(act) with { Thing = rubric.Title } : null;
    }

    private static NotedAct? OfAllowance(Allowance allowance, ChangedRow row)
    {
        row.Note<DateTimeOffset?>(AuditField.DueAt, nameof(Allowance.DueAt), ChangedRow.Time);
        row.Note<bool>(AuditField.IsExcused, nameof(Allowance.IsExcused), Flag);
        row.Note<string>(AuditField.Note, nameof(Allowance.Note), Text);
        return row.HasChanges ? row.As(AuditAct.Allowed) with { MentorId = allowance.MemberId, ActivityId = allowance.ActivityId } : null;
    }

    private static NotedAct? OfMember(Member member, ChangedRow row, CourseDb db)
    {
        if (row.IsAdded)
            return null;
        bool wasNamed = row.Was<bool>(nameof(Member.IsNamedLeader));
        if (wasNamed != member.IsNamedLeader)
            return row.As(member.IsNamedLeader ? AuditAct.LeaderNamed : AuditAct.LeaderUnnamed) with { MentorId = member.Id };
        row.Note<MemberId?>(AuditField.Leader, nameof(Member.LeaderId), id => id is { } leader ? db.Members.Find(leader)?.Name : null);
        return row.HasChanges ? row.As(AuditAct.MentorGiven) with { MentorId = member.Id } : null;
    }

    private static NotedAct? OfCourse(Course course, ChangedRow row)
    {
        if (row.Was<DateTimeOffset?>(nameof(Course.ArchivedAt)) != course.ArchivedAt)
            return row.As(course.ArchivedAt is null ? AuditAct.RunTakenBack : AuditAct.RunArchived);
        row.Note<string>(AuditField.TimeZone, nameof(Course.TimeZone), Text);
        return row.HasChanges ? row.As(AuditAct.CourseChanged) : null;
    }

    private static NotedAct OfJoin(CourseJoin join, ChangedRow row, CourseDb db) =>
        row.As(row.IsAdded ? AuditAct.ProgrammeJoined : AuditAct.ProgrammeLeft) with { Thing = db.Programmes.Find(join.ToId)?.Title };

    private static NotedAct? OfProgramme(Programme programme, ChangedRow row)
    {
        row.Note<string>(AuditField.Title, nameof(Programme.Title), Text);
        row.Note<string>(AuditField.TimeZone, nameof(Programme.TimeZone), Text);
        return row.HasChanges ? row.As(AuditAct.ProgrammeChanged) with { Thing = programme.Title } : null;
    }

    private static string? Score(decimal? score, decimal? outOf) => score is null ? null : $"{ChangedRow.Number(score)}/{ChangedRow.Number(outOf)}";

    private static string MarksOf(Assessment assessment, IReadOnlyList<Mark> marks) => string.Join(", ", assessment.RubricThen.Select(criterion =>
        marks.PointsOf(criterion) is { } points ? ChangedRow.Number(points) : "–"));

    private static string CriteriaOf(IReadOnlyList<Criterion> criteria) => string.Join("; ", criteria.Select(criterion =>
        $"{criterion.Title}: {string.Join(", ", criterion.Levels.Select(level => $"{level.Name} {(level.Least is { } least ? $"{ChangedRow.Number(least)}–" : "")}{ChangedRow.Number(level.Points)}"))}"));

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text.Excerpt(LongestText);

    private static string? Flag(bool flag) => flag ? "true" : null;

    private static string? Json<T>(T? rule)
        where T : class => rule is null ? null : JsonText.Write(rule);
}
