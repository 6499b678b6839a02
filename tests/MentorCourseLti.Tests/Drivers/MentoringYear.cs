using System.Text.Json.Nodes;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>An LMS whose people go through several course shells: the same person in each.</summary>
public sealed class MentoringYear : IAsyncDisposable
{
    private readonly SignedPlatform lms;

    private MentoringYear(ToolHost tool, SignedPlatform lms) => (Tool, this.lms) = (tool, lms);

    public ToolHost Tool { get; }

    public static async Task<MentoringYear> StartAsync(ToolHost tool) => new(tool, await SignedPlatform.StartAsync(tool));

    /// <summary>Whom the LMS knows by that id, at a browser of their own.</summary>
    public static Person Somebody(string id) => new(course: null, id, new Browser());

    /// <summary>Launches into a course as its instructor. Returns its home page.</summary>
    public async Task<Page> Teaches(Person who, string course, string? title = null)
    {
        await Opens(who, course, SignedPlatform.Instructor, title: title);
        return await who.GoesTo("/");
    }

    /// <summary>Launches into a course as one of its mentors. Returns their home page.</summary>
    public async Task<Page> Attends(Person who, string course)
    {
        await Opens(who, course, SignedPlatform.Learner);
        return await who.GoesTo("/");
    }

    /// <summary>The instructor sets up a mentoring log in a course.</summary>
    public async Task HasLog(Person instructor, string course)
    {
        await Opens(instructor, course, SignedPlatform.Instructor, link: "log");
        await instructor.Clicks("A mentoring log");
        await instructor.Clicks("Create");
        await instructor.GoesTo("/");
    }

    /// <summary>The course becomes part of another one's year.</summary>
    public async Task Joins(Person instructor, string course, string year)
    {
        await Teaches(instructor, course);
        await instructor.GoesTo("/programme/join");
        await instructor.Clicks($"Join {year}");
        instructor.Page.Path.ShouldBe("/programme", instructor.Page.Says);
    }

    public Task<Course> CourseOf(string context) => Tool.AskAsync(db => db.Courses.AsNoTracking()
        .SingleAsync(course => course.ContextId == context && db.Platforms.Any(row => row.Id == course.PlatformId && row.Issuer == lms.Url)));

    public async Task<ProgrammeId> ProgrammeOf(string context) => (await CourseOf(context)).ProgrammeId;

    public ValueTask DisposeAsync() => lms.DisposeAsync();

    private Task<Page> Opens(Person who, string course, string role, string link = "tree", string? title = null) => who.See(lms.LaunchAsync(who.Browser, who.Id, claims =>
    {
        claims[SignedPlatform.Claim + "roles"] = new JsonArray(role);
        claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = course, ["title"] = title ?? course };
        claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = link };
    }));
}
