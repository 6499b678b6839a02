using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Delivery;

/// <summary>What the gradebook should learn about one mentor's work.</summary>
/// <param name="Score">None for work that is handed in and not graded yet.</param>
/// <param name="SubmittedAt">When the mentor handed in; it decides lateness in the LMS.</param>
/// <param name="ChangedAt">When the grade, or the hand-in, came to be.</param>
public sealed record GradeNews(decimal? Score, decimal OutOf, string Comment, DateTimeOffset SubmittedAt, int Attempt, DateTimeOffset ChangedAt)
{
    public bool IsGrade => Score is not null;

    /// <summary>That work was handed in, and is not graded yet.</summary>
    public static GradeNews Of(Attempt handedIn, Activity activity) => new(Score: null, activity.Points, Comment: "", handedIn.CountsFrom, handedIn.Number, handedIn.HandedInAt);

    /// <summary>What a released assessment is in the gradebook.</summary>
    public static GradeNews Of(Assessment released, Attempt attempt, DateTimeOffset now) =>
        new(released.Score, released.OutOf!.Value, CommentOf(released), attempt.CountsFrom, attempt.Number, now);

    /// <summary>What taking part counts in the gradebook. Nobody hands it in, and so it is never late.</summary>
    public static GradeNews Of(decimal participation, Activity activity, DateTimeOffset now) =>
        new(participation, activity.Points, Comment: "", activity.DueAt is { } due && due < now ? due : now, Attempt: 1, now);

    /// <summary>What approved hours are in the gradebook: handed in when the last of them was logged, however long its review took.</summary>
    public static GradeNews Of(Hours hours, Activity log, DateTimeOffset loggedAt, DateTimeOffset now) =>
        new(hours.ScoreOutOf(log.Points), log.Points, FormattableString.Invariant($"{hours.Approved:0.##} of {hours.Goal:0.##} hours approved"), loggedAt, Attempt: 1, now);

    /// <summary>Whoever reads the score in the LMS reads there too why it is less than the rubric says.</summary>
    private static string CommentOf(Assessment released)
    {
        if (released.Lateness is not { } late)
            return released.Comment;
        string days = late.Days == 1 ? "1 day" : FormattableString.Invariant($"{late.Days} days");
        string sentence = FormattableString.Invariant($"Late by {days}: {late.Deducted:0.##} points were taken.");
        return released.Comment.Length == 0 ? sentence : $"{released.Comment}\n\n{sentence}";
    }
}
