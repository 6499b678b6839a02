namespace MentorCourseLti.Internship.Rubrics;

/// <param name="Key">Stands for the level in assessments, unique within its criterion.</param>
public sealed record Level(string Key, string Name, decimal Points, string Description);
