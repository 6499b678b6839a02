using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Launch;

/// <summary>What a launch led to: a visit and, where the launch named them, the member's role and the link.</summary>
internal sealed record Arrival(VisitId Visit, VisitKey Key, MemberRole? Role, bool HandsIn, CourseLinkId? Link, ActivityId? Activity, ActivityKind? Kind, MemberId? Member, bool Places = false)
{
    public static Arrival Of(Visit visit, VisitKey key, Member? member, CourseLink? link, ActivityKind? kind) =>
        new(visit.Id, key, member?.Role, HandsInOf(member?.Role, member?.IsNamedLeader), link?.Id, link?.ActivityId, kind, member?.Id, visit.Placement is not null);

    public static bool HandsInOf(MemberRole? role, bool? isNamedLeader) => role is not (MemberRole.Instructor or MemberRole.MentorLeader) || isNamedLeader == true;
}
