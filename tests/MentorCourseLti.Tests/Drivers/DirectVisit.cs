using AngleSharp.Html.Parser;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A visit of somebody in the database, as a launch would open it.</summary>
internal static class DirectVisit
{
    public static Task<(string Root, string Cookie)> OpenVisitAsync(this ToolHost tool, string subject) => tool.AskAsync(async db =>
    {
        var member = await db.Members.SingleAsync(one => one.Subject == subject);
        var platform = await db.Courses.Where(course => course.Id == member.CourseId).Select(course => course.PlatformId).SingleAsync();
        var now = TimeProvider.System.GetUtcNow();
        var (id, key) = (VisitId.New(now), VisitKey.New());
        db.Add(new Visit { Id = id, KeyDigest = key.Digest(), PlatformId = platform, Subject = subject, MemberId = member.Id, StartedAt = now, ExpiresAt = now.AddHours(1) });
        await db.SaveChangesAsync();
        return (VisitPath.Of(id), $"mc={key}");
    });

    /// <summary>What somebody in the database reads on a page.</summary>
    public static async Task<string> ReadsAsync(this ToolHost tool, string subject, string path)
    {
        var (root, cookie) = await tool.OpenVisitAsync(subject);
        using var http = new HttpClient { BaseAddress = tool.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = new HtmlParser().ParseDocument(await http.GetStringAsync(root + path));
        return Page.Text(page.QuerySelector("main"));
    }
}
