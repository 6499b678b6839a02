using PracticeLms.Courses;

namespace PracticeLms.Launching;

/// <summary>Somebody has clicked a link.</summary>
public sealed record Launch(string Id, Person Person, Course Course, CourseLink Link, DateTimeOffset Expires);
