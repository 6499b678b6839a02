using System.Linq.Expressions;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Data;

internal static class MemberQueries
{
    /// <summary>Those whose work there is to look after. They may have left, and are no test users.</summary>
    public static readonly Expression<Func<Member, bool>> IsMentor = member => !member.IsTestUser && (member.Role == MemberRole.Mentor || member.IsNamedLeader);

    public static IQueryable<Member> WhoMentor(this IQueryable<Member> members) => members.Where(IsMentor);
}
