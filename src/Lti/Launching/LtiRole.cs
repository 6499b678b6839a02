namespace Lti.Launching;

/// <summary>What a person is in the course, from least to most.</summary>
public enum LtiRole
{
    /// <summary>No role, or none of use: lowest rights.</summary>
    None = 0,

    /// <summary>Takes the course.</summary>
    Learner = 1,

    /// <summary>Helps to teach the course.</summary>
    TeachingAssistant = 2,

    /// <summary>Teaches the course.</summary>
    Instructor = 3,
}
