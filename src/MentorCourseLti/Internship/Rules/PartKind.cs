namespace MentorCourseLti.Internship.Rules;

/// <summary>What a part of the participation grade looks at.</summary>
public enum PartKind
{
    /// <summary>So many reflections handed in.</summary>
    HandedIn = 1,

    /// <summary>So many mentoring sessions approved.</summary>
    SessionsLogged = 2,

    /// <summary>The scores of the reflections as shares of their points, the lowest so many dropped.</summary>
    Scores = 3,
}
