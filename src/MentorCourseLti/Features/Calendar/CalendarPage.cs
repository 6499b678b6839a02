using System.Text;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Calendar;

/// <summary>
/// <c>/calendar/{secret}.ics</c>: what calendar programs read. They have no cookie; the secret says whose sessions they are. No mentee is named in it,
/// and nothing stands in it that a mentor wrote of a session, such as why it was cancelled: calendars lie with many companies.
/// </summary>
internal static class CalendarPage
{
    /// <summary>What was is of use for as long; what is further back is left out.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(60);

    public static string AddressOf(Uri publicUrl, string secret) => publicUrl.At($"/calendar/{secret}.ics").ToString();

    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{secret}.ics", WriteAsync);

    private static async Task WriteAsync(string secret, HttpContext http, CalendarDesk desk, CourseDb db, IStringLocalizer<CalendarText> text, IOptions<MentorCourseOptions> options, TimeProvider clock)
    {
        var cancel = http.RequestAborted;
        if (await desk.OfSecretAsync(secret, cancel) is not { } feed)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var programme = await db.Programmes.AsNoTracking().SingleAsync(one => one.Id == feed.ProgrammeId, cancel);
        var sessions = await SessionsOf(db, feed, clock.GetUtcNow() - Past).ToListAsync(cancel);
        string host = options.Value.PublicUri.Host;
        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.Headers.ContentDisposition = "inline; filename=\"sessions.ics\"";
        await http.Response.WriteAsync(CalendarFile.Of(programme.Title, sessions.Select(row => EventOf(row, host, text))), Encoding.UTF8, cancel);
    }

    /// <summary>An instructor's are all of the programme's; everybody else's those that they lead.</summary>
    private static IQueryable<FeedRow> SessionsOf(CourseDb db, CalendarFeed feed, DateTimeOffset since)
    {
        var (programme, subject) = (feed.ProgrammeId, feed.Subject);
        var teaches = db.Members.Where(member => member.Subject == subject && member.IsActive && member.Role == MemberRole.Instructor
            && db.Courses.Any(course => course.Id == member.CourseId && course.ProgrammeId == programme));
        return from session in db.Sessions.AsNoTracking()
               join one in db.Groups on session.GroupId equals one.Id
               where one.ProgrammeId == programme && session.StartsAt > since
                   && (session.Substitute == subject || teaches.Any() || (session.Substitute == null && one.Mentors.Any(mentor => mentor.Subject == subject)))
               orderby session.StartsAt
               select new FeedRow(session, one.Name, one.MeetingLink);
    }

    private static CalendarEvent EventOf(FeedRow row, string host, IStringLocalizer<CalendarText> text)
    {
        var session = row.Session;
        string title = session.Guest.Length > 0 ? text["Event.Guest", row.Group, session.Guest] : text["Event", row.Group];
        bool isCancelled = session.State is SessionState.Cancelled;
        return new CalendarEvent(
            $"{session.Id}@{host}", session.Version, session.ChangedAt, session.StartsAt, session.EndsAt, title, isCancelled ? text["Cancelled"] : "",
            text[$"Kind.{session.Kind}"], Uri.TryCreate(row.Link, UriKind.Absolute, out var link) ? link : null, isCancelled);
    }

    private sealed record FeedRow(Session Session, string Group, string Link);
}
