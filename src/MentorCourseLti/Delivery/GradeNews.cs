namespace MentorCourseLti.Delivery;

/// <summary>What the gradebook should learn about one mentor's work.</summary>
/// <param name="Score">None for work that is handed in and not graded yet.</param>
/// <param name="SubmittedAt">When the mentor handed in; it decides lateness in the LMS.</param>
/// <param name="ChangedAt">When the grade, or the hand-in, came to be.</param>
public sealed record GradeNews(decimal? Score, decimal OutOf, string Comment, DateTimeOffset SubmittedAt, int Attempt, DateTimeOffset ChangedAt)
{
    public bool IsGrade => Score is not null;
}
