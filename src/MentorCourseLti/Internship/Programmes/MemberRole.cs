namespace MentorCourseLti.Internship.Programmes;

/// <summary>What a member may do in a course, least first.</summary>
public enum MemberRole
{
    /// <summary>Someone whose LMS role is of no use to us: reads what is meant for everyone, hands in nothing.</summary>
    Observer = 0,

    /// <summary>An LMS learner.</summary>
    Mentor = 1,

    /// <summary>A student who supervises mentors; a teaching assistant in the LMS.</summary>
    MentorLeader = 2,

    Instructor = 3,
}
