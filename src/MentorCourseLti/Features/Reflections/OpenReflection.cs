using MentorCourseLti.Data;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What a mentor's page shows of a reflection and of the own work on it. Most launches end there, so it is one prepared statement.</summary>
/// <param name="HasFiles">Whether there are files to read, or attached to the draft.</param>
/// <param name="TakesUp">Whether its mentor takes up earlier feedback in it.</param>
public sealed record OpenReflection(Activity Activity, IReadOnlyList<Criterion> Rubric, OpenReflection.OwnDraft? Draft, Attempt? Current, SelfAssessment? Self, bool HasFiles, bool TakesUp, OwnTerms Terms)
{
    private const string Sql = """
        SELECT activity."Title", activity."Prompt", activity."Points", activity."DueAt", activity."ClosesAt", activity."RubricId", activity."CreatedAt", activity."Kind",
            rubric."Criteria",
            submission."Id", submission."DraftText", submission."DraftVersion", submission."DraftWords", submission."DraftSavedAt",
            attempt."Id", attempt."Number", attempt."Text", attempt."Words", attempt."HandedInAt", attempt."GradedAt", attempt."Files",
            EXISTS (SELECT 1 FROM "Attachments" AS file WHERE file."ActivityId" = activity."Id" AND file."RemovedAt" IS NULL
                AND (file."SubmissionId" IS NULL OR file."SubmissionId" = submission."Id")),
            activity."OpensAt", activity."Late", activity."ResubmitUntil", allowance."DueAt", allowance."IsExcused", attempt."FirstHandedInAt", self."RubricThen", self."Marks",
            EXISTS (SELECT 1 FROM "FeedbackAnswers" AS answer JOIN "Assessments" AS said ON said."Id" = answer."AssessmentId"
                JOIN "Attempts" AS earlier ON earlier."Id" = said."AttemptId" JOIN "Submissions" AS work ON work."Id" = earlier."SubmissionId"
                WHERE answer."TakenUpIn" = activity."Id" AND work."MemberId" = $3)
        FROM "Activities" AS activity
        JOIN "Rubrics" AS rubric ON rubric."Id" = activity."RubricId"
        LEFT JOIN "Submissions" AS submission ON submission."ActivityId" = activity."Id" AND submission."MemberId" = $3
        LEFT JOIN "Attempts" AS attempt ON attempt."SubmissionId" = submission."Id" AND attempt."SetAsideAt" IS NULL
        LEFT JOIN "SelfAssessments" AS self ON self."AttemptId" = attempt."Id"
        LEFT JOIN "Allowances" AS allowance ON allowance."ActivityId" = activity."Id" AND allowance."MemberId" = $3
        WHERE activity."Id" = $1 AND activity."CourseId" = $2
        """;

    public WorkState State => WorkStates.Of(Draft?.SavedAt, Current?.HandedInAt, Current?.GradedAt);

    /// <summary>None where the course has no such reflection.</summary>
    internal static ValueTask<OpenReflection?> FindAsync(IPreparedSql sql, Guid id, CourseId course, MemberId member, CancellationToken cancel) =>
        sql.FirstAsync(Sql, row => Read(new ActivityId(id), course, row), cancel, id, course.Value, member.Value);

    private static OpenReflection Read(ActivityId id, CourseId course, PreparedRow row)
    {
        var activity = new Activity
        {
            Id = id,
            CourseId = course,
            Title = row.GetText(0),
            Prompt = row.GetText(1),
            Points = row.GetDecimal(2),
            OpensAt = row.FindTime(22),
            DueAt = row.FindTime(3),
            ClosesAt = row.FindTime(4),
            RubricId = new RubricId(row.GetGuid(5)),
            CreatedAt = row.GetTime(6),
            Kind = (ActivityKind)row.GetInteger(7),
            Late = row.FindText(23) is { } late ? JsonText.Read<LatePolicy>(late) : null,
            ResubmitUntil = row.FindTime(24),
        };
        var draft = row.IsNull(9) ? null : new OwnDraft(row.GetText(10), row.GetInteger(11), row.GetInteger(12), row.FindTime(13));
        return new OpenReflection(activity, JsonText.ReadCriteria(row.GetText(8)), draft, row.IsNull(14) ? null : ReadAttempt(row, course), row.IsNull(28) ? null : ReadSelf(row), HasFiles: row.GetBoolean(21), TakesUp: row.GetBoolean(30),
            activity.TermsFor(row.FindTime(25), isExcused: !row.IsNull(26) && row.GetBoolean(26)));
    }

    private static Attempt ReadAttempt(PreparedRow row, CourseId course) => new()
    {
        Id = new AttemptId(row.GetGuid(14)),
        CourseId = course,
        SubmissionId = new SubmissionId(row.GetGuid(9)),
        Number = row.GetInteger(15),
        Text = row.GetText(16),
        Words = row.GetInteger(17),
        HandedInAt = row.GetTime(18),
        FirstHandedInAt = row.FindTime(27),
        GradedAt = row.FindTime(19),
        Files = JsonText.ReadFiles(row.GetText(20)),
    };

    private static SelfAssessment ReadSelf(PreparedRow row) => new()
    {
        AttemptId = new AttemptId(row.GetGuid(14)),
        RubricThen = JsonText.ReadCriteria(row.GetText(28)),
        Marks = JsonText.ReadMarks(row.GetText(29)),
    };

    /// <summary>The draft as it was last saved.</summary>
    public sealed record OwnDraft(string Text, int Version, int Words, DateTimeOffset? SavedAt);
}
