using MentorCourseLti.Data;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>Reads who a visit belongs to, in one query at each request: role, standing and course are never remembered elsewhere.</summary>
internal sealed class VisitReader(IPreparedSql sql)
{
    private const string Query = """
        SELECT visit."PlatformId", visit."Subject", visit."FrameAncestors", visit."ReturnUrl", visit."ExpiresAt",
            platform."Name", platform."FrameAncestors", visit."MemberId",
            member."Name", member."Role", member."IsActive",
            course."Id", course."Title", course."Label", course."TimeZone", visit."KeyDigest",
            member."IsNamedLeader", member."ShownSection", course."ArchivedAt", course."ProgrammeId", course."ProgrammeSaidAt"
        FROM "Visits" AS visit
        JOIN "Platforms" AS platform ON platform."Id" = visit."PlatformId"
        LEFT JOIN "Members" AS member ON member."Id" = visit."MemberId"
        LEFT JOIN "Courses" AS course ON course."Id" = member."CourseId"
        WHERE visit."Id" = $1
        """;

    /// <summary>None where the visit is unknown, another browser's, over, or belongs to a member who has been removed.</summary>
    public async ValueTask<CurrentVisit?> FindAsync(VisitId id, VisitKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var visit = await sql.FirstAsync(Query, row => Read(id, key, row), cancel, id.Value);
        return visit is { IsThisBrowsers: true, IsMembersButRemoved: false } && visit.ExpiresAt > now ? visit : null;
    }

    private static CurrentVisit Read(VisitId id, VisitKey key, PreparedRow row)
    {
        string fromPlatform = row.GetText(6);
        bool hasMember = !row.IsNull(7);
        bool isActive = hasMember && !row.IsNull(10) && row.GetBoolean(10);
        return new CurrentVisit
        {
            Id = id,
            PlatformId = row.GetGuid(0),
            Subject = row.GetText(1),
            FrameAncestors = fromPlatform.Length == 0 ? row.GetText(2) : $"{row.GetText(2)} {fromPlatform}",
            ReturnUrl = row.FindText(3),
            ExpiresAt = row.GetTime(4),
            FormToken = key.FormToken(),
            IsThisBrowsers = key.Matches(row.GetBytes(15)),
            IsMembersButRemoved = hasMember && !isActive,
            Member = isActive ? ReadMember(id, row) : null,
        };
    }

    private static CurrentMember ReadMember(VisitId id, PreparedRow row)
    {
        string? label = row.FindText(13);
        return new CurrentMember
        {
            VisitId = id,
            Id = new MemberId(row.GetGuid(7)),
            CourseId = new CourseId(row.GetGuid(11)),
            ProgrammeId = new ProgrammeId(row.GetGuid(19)),
            IsProgrammeOpen = row.IsNull(20),
            PlatformId = row.GetGuid(0),
            PlatformName = row.GetText(5),
            Subject = row.GetText(1),
            Name = row.FindText(8),
            Role = (MemberRole)row.GetInteger(9),
            CourseName = string.IsNullOrWhiteSpace(label) ? row.GetText(12) : label,
            TimeZone = row.GetText(14),
            IsNamedLeader = row.GetBoolean(16),
            Section = row.FindText(17),
            ArchivedAt = row.FindTime(18),
        };
    }
}
