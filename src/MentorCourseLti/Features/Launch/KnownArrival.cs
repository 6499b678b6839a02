using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Rosters;

namespace MentorCourseLti.Features.Launch;

/// <summary>What is known of the course, member and link that a launch names.</summary>
internal sealed record KnownArrival
{
    public required Guid MemberId { get; init; }

    public required string? Name { get; init; }

    public required string? Email { get; init; }

    public required MemberRole Role { get; init; }

    public required bool IsActive { get; init; }

    public required bool IsNamedLeader { get; init; }

    public required string SectionNames { get; init; }

    /// <summary>What the LMS last said of the activity.</summary>
    public required LmsTerms? LmsTerms { get; init; }

    public required string CourseTitle { get; init; }

    public required string? CourseLabel { get; init; }

    public required string? LineItemsUrl { get; init; }

    public required string GradeScopes { get; init; }

    public required string? MembershipsUrl { get; init; }

    public required Guid? LinkId { get; init; }

    public required string? LinkTitle { get; init; }

    public required Guid? ActivityId { get; init; }

    public required ActivityKind? ActivityKind { get; init; }

    public required string? LineItemUrl { get; init; }

    public required bool HasColumn { get; init; }

    public required string? ColumnUrl { get; init; }

    /// <summary>The LMS said that the column is gone: if it names it again, it is back.</summary>
    public required bool IsColumnLost { get; init; }

    /// <summary>What the LMS's own link names, as deep linking placed it.</summary>
    public required Guid? PlacedId { get; init; }

    public required string? ContextHistory { get; init; }

    public const string Sql = """
        SELECT member."Id", member."Name", member."Email", member."Role", member."IsActive",
            course."Title", course."Label", course."LineItemsUrl", course."GradeScopes",
            link."Id", link."Title", link."ActivityId", link."LineItemUrl",
            columns."Id", columns."LineItemUrl", activity."Kind", member."IsNamedLeader", member."SectionNames", activity."Lms",
            course."MembershipsUrl", link."PlacedId", columns."LostAt", course."ContextHistory"
        FROM "Courses" AS course
        JOIN "Members" AS member ON member."CourseId" = course."Id" AND member."Subject" = $4
        LEFT JOIN "Links" AS link ON link."CourseId" = course."Id" AND link."LmsId" = $5
        LEFT JOIN "Activities" AS activity ON activity."Id" = link."ActivityId"
        LEFT JOIN "GradeColumns" AS columns ON columns."ActivityId" = link."ActivityId" AND columns."LinkId" = link."Id"
        WHERE course."PlatformId" = $1 AND course."DeploymentId" = $2 AND course."ContextId" = $3 AND course."ArchivedAt" IS NULL
        """;

    public static KnownArrival Read(PreparedRow row) => new()
    {
        MemberId = row.GetGuid(0),
        Name = row.FindText(1),
        Email = row.FindText(2),
        Role = (MemberRole)row.GetInteger(3),
        IsActive = row.GetBoolean(4),
        CourseTitle = row.GetText(5),
        CourseLabel = row.FindText(6),
        LineItemsUrl = row.FindText(7),
        GradeScopes = row.GetText(8),
        LinkId = row.FindGuid(9),
        LinkTitle = row.FindText(10),
        ActivityId = row.FindGuid(11),
        LineItemUrl = row.FindText(12),
        HasColumn = !row.IsNull(13),
        ColumnUrl = row.FindText(14),
        IsNamedLeader = row.GetBoolean(16),
        SectionNames = row.GetText(17),
        MembershipsUrl = row.FindText(19),
        PlacedId = row.FindGuid(20),
        IsColumnLost = !row.IsNull(21),
        ContextHistory = row.FindText(22),
        LmsTerms = row.FindText(18) is { } terms ? JsonText.Read<LmsTerms>(terms) : null,
        ActivityKind = row.IsNull(15) ? null : (ActivityKind)row.GetInteger(15),
    };

    /// <summary>True where the launch says nothing that is not known: then there is nothing to write but the visit.</summary>
    public bool IsAllThat(LtiLaunch launch) => SaysTheSameOfMember(launch) && SaysTheSameOfCourse(launch) && SaysTheSameOfLink(launch);

    private bool SaysTheSameOfMember(LtiLaunch launch) =>
        IsActive && (Role, IsNamedLeader) == Member.StandingOf(MemberRoles.Of(launch.Roles), IsNamedLeader) && (LaunchSections.Of(launch) ?? SectionNames) == SectionNames
        && IsNoNews(launch.Person?.DisplayName, Name) && IsNoNews(launch.Person?.Email, Email);

    private bool SaysTheSameOfCourse(LtiLaunch launch) =>
        (RunHistory.ContextsOf(launch) ?? ContextHistory) == ContextHistory
        && IsNoNews(launch.Context?.Title, CourseTitle) && IsNoNews(launch.Context?.Label, CourseLabel)
        && (launch.Nrps is not { } nrps || nrps.ContextMembershipsUrl.ToString() == MembershipsUrl)
        && (launch.Ags is not { } ags || (ags.LineItems?.ToString() == LineItemsUrl && GradeScope.TextOf(ags) == GradeScopes));

    private bool SaysTheSameOfLink(LtiLaunch launch)
    {
        if (launch.ResourceLink is not { } link || ArrivalRecorder.LeadsToCourse(launch))
            return true;
        if (LinkRecorder.PlacedActivity(launch) is { } placed && placed.Value != PlacedId)
            return false;
        if (LinkId is null || !IsNoNews(link.Title, LinkTitle) || (ActivityId is not null && LmsTerms.IsNews(LmsTerms, LaunchTerms.Of(launch))))
            return false;
        if (launch.Ags is not { } ags)
            return true;

        string? lineItem = ags.LineItem?.ToString();
        bool columnIsRight = ActivityId is null || (HasColumn ? lineItem is null || (lineItem == ColumnUrl && !IsColumnLost) : !ags.MayScore || (lineItem is null && !ags.MayManageLineItems));
        return lineItem == LineItemUrl && columnIsRight;
    }

    private static bool IsNoNews(string? said, string? known) => said is null || said == known || PlainText.Line(said, Lengths.Title) is not { } line || line == known;
}
