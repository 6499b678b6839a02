using Lti.Launching;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Rosters;

/// <summary>What an LMS role is in the programme.</summary>
internal static class MemberRoles
{
    public static MemberRole Of(LtiRoles roles) => roles.Highest switch
    {
        LtiRole.Instructor => MemberRole.Instructor,
        LtiRole.TeachingAssistant => MemberRole.MentorLeader,
        LtiRole.Learner => MemberRole.Mentor,
        _ => MemberRole.Observer,
    };
}
