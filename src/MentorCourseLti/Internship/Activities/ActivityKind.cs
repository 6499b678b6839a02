namespace MentorCourseLti.Internship.Activities;

/// <summary>The pieces of coursework that a link can open.</summary>
public enum ActivityKind
{
    Reflection = 1,
    MentoringLog = 2,
}
