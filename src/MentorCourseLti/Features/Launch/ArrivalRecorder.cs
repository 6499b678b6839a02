using Lti.Launching;
using Lti.Platforms;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// Writes down what a launch says of course, member and link, and opens the visit, in one transaction. The visit's
/// id, the launch's nonce, is what refuses a second use of the same launch.
/// </summary>
internal sealed class ArrivalRecorder(
    CourseDb db, PlatformStore platforms, VisitOpening opening, LinkRecorder links, GradeOutbox outbox, ReadBackWishes columns, RosterWishes rosters, IOptions<MentorCourseOptions> options, TimeProvider clock)
{
    private const int MostTries = 4;

    private static readonly Func<CourseDb, Guid, string, string, string, string?, Task<Known?>> FindKnown = CompiledQuery.Of(
        (CourseDb db, Guid platform, string deployment, string context, string subject, string? linkId) =>
            (from course in db.Courses
             where course.PlatformId == platform && course.DeploymentId == deployment && course.ContextId == context && course.ArchivedAt == null
             from member in db.Members.Where(member => member.CourseId == course.Id && member.Subject == subject).DefaultIfEmpty()
             from link in db.Links.Where(link => link.CourseId == course.Id && link.LmsId == linkId).DefaultIfEmpty()
             from column in db.GradeColumns.Where(column => column.ActivityId == link!.ActivityId && column.LinkId == link.Id).DefaultIfEmpty()
             from activity in db.Activities.Where(activity => activity.Id == link!.ActivityId).DefaultIfEmpty()
             select new Known(course, member, link, column, activity)).FirstOrDefault());

    /// <summary>None where the launch's nonce was used before.</summary>
    public async Task<Arrival?> RecordAsync(LtiLaunch launch, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TryRecordAsync(launch, cancel);
            }
            catch (DbUpdateException exception) when (db.IsCrossed(exception))
            {
                // The nonce was used; or a whole class opens a new course at once and somebody else made it first; or a grade that is to
                // be sent again is being sent at this moment.
                db.ChangeTracker.Clear();
                if (await db.Visits.AnyAsync(visit => visit.Id == VisitId.OfNonce(launch.Nonce), cancel))
                    return null;
                if (attempt == MostTries)
                    throw;
            }
        }
    }

    private async Task<Arrival> TryRecordAsync(LtiLaunch launch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await RememberFamilyAsync(launch, cancel);

        Course? course = null;
        Member? member = null;
        CourseLink? link = null;
        var news = LinkNews.None;
        if (launch.Context is { } context)
        {
            var known = await FindKnown(db, launch.Platform.Id.Value, launch.DeploymentId, context.Id, launch.Subject, launch.ResourceLink?.Id);
            course = known?.Course ?? AddCourse(launch, context, now);
            Refresh(course, launch, context);
            member = known?.Member ?? AddMember(launch, course, now);
            Refresh(member, launch);
            if (launch.ResourceLink is { } resourceLink && !LeadsToCourse(launch))
            {
                link = known?.Link ?? AddLink(resourceLink, course, now);
                news = await links.RecordAsync(launch, course, member, new KnownLink(link, known?.Activity, known?.Column), cancel);
            }
        }

        var key = VisitKey.New();
        var visit = opening.Visit(launch, key, member?.Id);
        db.Add(visit);
        await db.SaveChangesAsync(cancel);
        if (news.MustRing)
            outbox.RingAfterCommit();
        if (news.Doubted is { } column)
            columns.Ask(column);
        if (course is { MembershipsUrl: not null, RosterTriedAt: null } unread)
            rosters.Ask(unread.Id);
        if (SaysNewFamily(launch))
            platforms.Forget(launch.Platform.Id, launch.Platform.Issuer);
        return Arrival.Of(visit, key, member, link, news.Kind);
    }

    /// <summary>Canvas's course navigation is a link whose id is the course's own: it opens Home and is no place for an activity.</summary>
    public static bool LeadsToCourse(LtiLaunch launch) => launch.ResourceLink?.Id == launch.Context?.Id;

    /// <summary>A launch that does not say what kind of LMS it comes from says nothing new.</summary>
    public static bool SaysNewFamily(LtiLaunch launch) => launch.Family is not LmsFamily.Unknown && launch.Family != launch.Platform.Family;

    private async Task RememberFamilyAsync(LtiLaunch launch, CancellationToken cancel)
    {
        if (!SaysNewFamily(launch))
            return;
        var platform = await db.Platforms.FindAsync([launch.Platform.Id.Value], cancel);
        if (platform is not null)
            platform.Family = launch.Family;
    }

    private Course AddCourse(LtiLaunch launch, LtiContext context, DateTimeOffset now)
    {
        var (programme, course) = Course.Start(
            launch.Platform.Id.Value, launch.DeploymentId, context.Id, Line(context.Title), Line(context.Label), options.Value.DefaultTimeZone, now);
        db.AddRange(programme, course, new DeliveryLane { CourseId = course.Id });
        return course;
    }

    private Member AddMember(LtiLaunch launch, Course course, DateTimeOffset now)
    {
        var member = new Member
        {
            Id = MemberId.New(now),
            CourseId = course.Id,
            Subject = launch.Subject,
            Role = MemberRoles.Of(launch.Roles),
            IsTestUser = launch.Roles.IsTestUser,
            JoinedAt = now,
        };
        db.Add(member);
        return member;
    }

    private CourseLink AddLink(LtiResourceLink resourceLink, Course course, DateTimeOffset now)
    {
        var link = new CourseLink { Id = CourseLinkId.New(now), CourseId = course.Id, LmsId = resourceLink.Id };
        db.Add(link);
        return link;
    }

    // EF Core writes only what differs: for a launch without news, nothing.
    private static void Refresh(Course course, LtiLaunch launch, LtiContext context)
    {
        course.Title = Line(context.Title) ?? course.Title;
        course.Label = Line(context.Label) ?? course.Label;
        course.ContextHistory = RunHistory.ContextsOf(launch) ?? course.ContextHistory;
        course.MembershipsUrl = launch.Nrps?.ContextMembershipsUrl.ToString() ?? course.MembershipsUrl;
        if (launch.Ags is { } ags)
        {
            course.LineItemsUrl = ags.LineItems?.ToString();
            course.GradeScopes = GradeScope.TextOf(ags);
        }
    }

    private static void Refresh(Member member, LtiLaunch launch)
    {
        member.Name = Line(launch.Person?.DisplayName) ?? member.Name;
        member.Email = Line(launch.Person?.Email) ?? member.Email;
        member.TakeRole(MemberRoles.Of(launch.Roles));
        member.SectionNames = LaunchSections.Of(launch) ?? member.SectionNames;
        // Who can launch from the course is in it.
        member.IsActive = true;
    }

    private static string? Line(string? text) => PlainText.Line(text, Lengths.Title);

    private sealed record Known(Course Course, Member? Member, CourseLink? Link, GradeColumn? Column, Activity? Activity);
}
