namespace PracticeLms.Courses;

/// <summary>What a person is in a course. A test student is Canvas's "Student View": nobody, to try things with.</summary>
public enum CourseRole
{
    Instructor,
    Mentor,
    TestStudent,
}
