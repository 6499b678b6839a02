namespace MentorCourseLti.Features.Groups;

/// <summary>One line of a list of groups: a group with one of its mentors, or one of its mentees, or both.</summary>
/// <param name="Line">Where it stands in the list, from 1.</param>
/// <param name="Mentor">Name, e-mail or LMS id.</param>
public sealed record GroupLine(int Line, string Group, string? Mentor, string? Mentee);
