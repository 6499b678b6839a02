using BrowserTests.Drivers;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>The library of rubrics: found, brought from another course, changed, and brought back to what they were. All of it by keyboard.</summary>
public sealed class LibraryLooks(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_library_from_a_search_to_a_version_that_is_brought_back()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        await school.Tool.InDatabaseAsync(TeachElsewhereAsync);
        var frame = await (await school.InstructorAsync()).OpenInTabAsync("Reflection 1: Why I mentor");
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/rubrics");
        await frame.GetByRole(AriaRole.Link, new() { Name = "A newsletter for mentees" }).PressAsync("Enter");
        await Expect(frame.GetByText("Says one thing that a mentee can use tomorrow.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "library");

        await frame.GetByLabel("Words in a rubric").FillAsync("mentee tomorrow");
        await frame.GetByLabel("Words in a rubric").PressAsync("Enter");
        await Expect(frame.GetByText("Found in “Useful”.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "library-found");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Bring here: A newsletter for mentees" }).PressAsync("Enter");
        await Expect(frame.GetByText("“A newsletter for mentees” is in this course now.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "library-brought");
        await frame.GetByLabel("Words in a rubric").FillAsync("astronomy");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Find" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Nothing found" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "library-none");

        await frame.GetByRole(AriaRole.Link, new() { Name = "Show all rubrics" }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Reflection on mentoring", Exact = true }).First.PressAsync("Enter");
        await frame.GetByLabel("Name").FillAsync("Reflections on mentoring, week by week");
        await frame.GetByLabel("Points").Nth(1).FillAsync("3.5");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Remove criterion 4" }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.PressAsync("Enter");
        await frame.GotoAsync($"{visit}/rubrics");
        await frame.GetByRole(AriaRole.Link, new() { Name = "version 2 of" }).PressAsync("Enter");
        await Look.AtAsync(frame, "versions");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Version 1", Exact = true }).PressAsync("Enter");
        await Expect(frame.GetByText("It becomes the newest version.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "versions-first");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Bring this one back" }).PressAsync("Enter");
        await frame.GotoAsync($"{visit}/rubrics");
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "version 3 of" })).ToBeVisibleAsync();
    }

    /// <summary>The instructor taught last year, too, in a run that is put away.</summary>
    private static async Task TeachElsewhereAsync(CourseDb db)
    {
        var home = await db.Courses.FirstAsync();
        var me = await db.Members.FirstAsync(member => member.CourseId == home.Id && member.Role == MemberRole.Instructor);
        var now = TimeProvider.System.GetUtcNow();
        var (programme, course) = Course.Start(home.PlatformId, home.DeploymentId, "last-year", "Near-peer mentoring in biology, last year", label: null, home.TimeZone, now);
        course.ArchivedAt = now.AddMonths(-6);
        db.AddRange(programme, course, new Member { Id = MemberId.New(now), CourseId = course.Id, Subject = me.Subject, Role = MemberRole.Instructor, JoinedAt = now });
        db.AddRange(ReadyRubrics.Reflection(course.Id, now), new Rubric
        {
            Id = RubricId.New(now),
            CourseId = course.Id,
            Title = "A newsletter for mentees",
            Criteria =
            [
                new Criterion("useful", "Useful", "Says one thing that a mentee can use tomorrow.", [new Level("3", "To try at once", 3, "Names the thing and how to begin."), new Level("1", "Interesting", 1, "Good to know, and nothing to do.")]),
                new Criterion("voice", "In a mentor’s voice", "Sounds like somebody who has been there.", [new Level("2", "Own", 2, "Tells of an own step."), new Level("0", "Borrowed", 0, "Could stand in any leaflet.")]),
            ],
        });
        await db.SaveChangesAsync();
    }
}
