namespace MentorCourseLti.Features;

/// <summary>Names the resources with words that several pages share: roles, states, zones.</summary>
public sealed class Words;
