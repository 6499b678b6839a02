namespace MentorCourseLti.Reminders;

/// <summary>What came in in the last seven days, what waits, and what is due in the next seven: of a course, or of a leader's mentors.</summary>
/// <param name="NeedAttention">Entries that wait of which somebody should know.</param>
/// <param name="InTrouble">Grades that did not arrive in the gradebook and need a look.</param>
public sealed record WeekDigest(int HandedIn, int Logged, int ToGrade, int EntriesToReview, int NeedAttention, int InTrouble, int DueSoon)
{
    public bool Waits => ToGrade + EntriesToReview + InTrouble > 0;

    /// <summary>A course in which nothing is and nothing waits is no news.</summary>
    public bool IsNews => Waits || HandedIn + Logged + DueSoon > 0;
}
