namespace PracticeLms.Courses;

/// <summary>Somebody who can log in. Everybody here is invented.</summary>
/// <param name="Group">Number of the section (Canvas) or group (Moodle) that the person is in; 0 for none.</param>
public sealed record Person(string Id, string GivenName, string FamilyName, CourseRole Role, string CourseId, int Group = 0)
{
    public string Name => $"{GivenName} {FamilyName}";

    // example is reserved for this (RFC 2606): no mail can ever arrive.
    public string Email => $"{Id}@practice.example";

    public bool IsInstructor => Role == CourseRole.Instructor;

    public string RoleName => Role switch
    {
        CourseRole.Instructor => "Instructor",
        CourseRole.Mentor => "Mentor",
        _ => "Student view",
    };
}
