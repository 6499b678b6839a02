using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>Reads who a visit belongs to, in one query: role, standing and course are never remembered elsewhere.</summary>
internal sealed class VisitReader(CourseDb db)
{
    private static readonly Func<CourseDb, VisitId, Task<Row?>> Query = CompiledQuery.Of((CourseDb db, VisitId id) =>
        (from visit in db.Visits
         where visit.Id == id
         from platform in db.Platforms.Where(platform => platform.Id == visit.PlatformId)
         from member in db.Members.Where(member => member.Id == visit.MemberId).DefaultIfEmpty()
         from course in db.Courses.Where(course => course.Id == member!.CourseId).DefaultIfEmpty()
         select new Row(visit, platform.Name, platform.FrameAncestors, member, course)).AsNoTracking().FirstOrDefault());

    /// <summary>None where the visit is unknown, over, or belongs to a member who has been removed.</summary>
    public async Task<CurrentVisit?> FindAsync(VisitId id, DateTimeOffset now)
    {
        if (await Query(db, id) is not { } row || row.Visit.ExpiresAt <= now)
            return null;
        if (row.Visit.MemberId is not null && row.Member is not { IsActive: true })
            return null;

        return new CurrentVisit
        {
            Id = id,
            PlatformId = row.Visit.PlatformId,
            Subject = row.Visit.Subject,
            FrameAncestors = row.PlatformFrameAncestors.Length == 0 ? row.Visit.FrameAncestors : $"{row.Visit.FrameAncestors} {row.PlatformFrameAncestors}",
            ReturnUrl = row.Visit.ReturnUrl,
            ExpiresAt = row.Visit.ExpiresAt,
            Member = row is { Member: { } member, Course: { } course } ? ToMember(id, row.PlatformName, member, course) : null,
        };
    }

    private static CurrentMember ToMember(VisitId id, string platform, Member member, Course course) => new()
    {
        VisitId = id,
        Id = member.Id,
        CourseId = course.Id,
        PlatformId = course.PlatformId,
        PlatformName = platform,
        Subject = member.Subject,
        Name = member.Name,
        Role = member.Role,
        CourseName = course.ShortName,
        TimeZone = course.TimeZone,
    };

    private sealed record Row(Visit Visit, string PlatformName, string PlatformFrameAncestors, Member? Member, Course? Course);
}
