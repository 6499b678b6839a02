namespace PracticeLms.Courses;

/// <summary>A link to the tool on a course page: in LTI's words a resource link. Its column, if any, is the line item that names it.</summary>
public sealed record CourseLink(string Id, string CourseId, string Title);
