using PracticeLms.Courses;

namespace PracticeLms.Launching;

/// <summary>Somebody is on the way to the tool.</summary>
public sealed record Launch(string Id, Person Person, Course Course, Errand Errand, DateTimeOffset Expires)
{
    public CourseLink? Link => Errand.Link;
}
