namespace MentorCourseLti.Internship.Activities;

/// <summary>The pieces of coursework that a link can open.</summary>
public enum ActivityKind
{
    Reflection = 1,
    MentoringLog = 2,

    /// <summary>A grade for taking part: so many of so many, counted of what is there.</summary>
    Participation = 3,
}
