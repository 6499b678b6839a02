using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>The LMS's dates and points win where it sends them; there are never two truths about "late".</summary>
public abstract class LmsTermsStories(World world)
{
    public static TheoryData<string, string> DueFields => new() { { "due_at", "2027-03-05T06:59:00Z" }, { "submission_end", "2027-03-04T23:59:00-07:00" }, { "due_at", "2027-03-05T06:59:00.000Z" } };

    [Theory]
    [MemberData(nameof(DueFields))]
    public async Task The_date_of_the_LMS_wins_over_ours_and_the_instructor_sees_both(string field, string value)
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var instructor = new Browser();
        using var mentor = new Browser();
        var edit = await SetUpAsync(lms, instructor, due: "2027-02-06T23:59");
        (await lms.LaunchAsync(mentor, "ash")).Says.ShouldContain("Sat 6 Feb");

        await LaunchAsync(lms, instructor, "oak", isInstructor: true, (field, value));
        (await lms.LaunchAsync(mentor, "ash")).Says.ShouldContain("Fri 5 Mar, 06:59 UTC");
        var settings = await instructor.GetAsync(edit);
        settings.FieldText("Due").ShouldBe("2027-02-06T23:59", "what was set here is kept");
        settings.Says.ShouldContain("has its own date, which wins: Fri 5 Mar, 06:59 UTC");
        // Where the LMS says it no more, but something else, ours counts again.
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("points_possible", "20"));
        (await lms.LaunchAsync(mentor, "ash")).Says.ShouldContain("Sat 6 Feb");
    }

    [Fact]
    public async Task Points_windows_and_nonsense()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var instructor = new Browser();
        using var mentor = new Browser();
        await SetUpAsync(lms, instructor);
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("points_possible", "12.5"), ("lock_at", "2026-02-01T00:00:00Z"));
        var page = await lms.LaunchAsync(mentor, "ash");
        page.Says.ShouldContain("12.5 points");
        page.Offers("Save draft").ShouldBeFalse("the LMS has closed it");
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("unlock_at", "2099-02-06T08:00:00Z"));
        (await lms.LaunchAsync(mentor, "ash")).Says.ShouldContain("This opens Fri 6 Feb, 08:00 UTC");

        // What is no date or number, and variables that were not filled in, say nothing.
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("due_at", "2027-03-05T06:59:00Z"));
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("due_at", "soon"), ("points_possible", "-3"), ("lock_at", "$Canvas.assignment.lockAt.iso8601"));
        (await lms.LaunchAsync(mentor, "ash")).Says.ShouldContain("Fri 5 Mar");
    }

    [Fact]
    public async Task A_mentors_own_extension_is_not_everybodys_date()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var instructor = new Browser();
        using var mentor = new Browser();
        await SetUpAsync(lms, instructor);
        // As long as no instructor's launch has said one, a mentor's is better than none.
        (await LaunchAsync(lms, mentor, "ash", isInstructor: false, ("due_at", "2027-03-05T06:59:00Z"))).Says.ShouldContain("Fri 5 Mar");
        await LaunchAsync(lms, instructor, "oak", isInstructor: true, ("due_at", "2027-03-06T06:59:00Z"));
        (await LaunchAsync(lms, mentor, "ash", isInstructor: false, ("due_at", "2027-04-09T06:59:00Z"))).Says.ShouldContain("Sat 6 Mar");
    }

    private static Task<Page> LaunchAsync(SignedPlatform lms, Browser browser, string subject, bool isInstructor, params (string Name, string Value)[] custom) => lms.LaunchAsync(browser, subject, claims =>
    {
        claims[SignedPlatform.Claim + "roles"] = new JsonArray(isInstructor ? SignedPlatform.Instructor : SignedPlatform.Learner);
        var values = new JsonObject();
        foreach (var (name, value) in custom)
            values[name] = value;
        claims[SignedPlatform.Claim + "custom"] = values;
    });

    /// <summary>Returns the address of the settings.</summary>
    private static async Task<Uri> SetUpAsync(SignedPlatform lms, Browser instructor, string due = "")
    {
        var page = await LaunchAsync(lms, instructor, "oak", isInstructor: true);
        page = await instructor.GetAsync(new Uri(((AngleSharp.Html.Dom.IHtmlAnchorElement)page.Clickable("A new reflection")).Href));
        ((AngleSharp.Html.Dom.IHtmlInputElement)page.Field("Due")).Value = due;
        var create = (AngleSharp.Html.Dom.IHtmlButtonElement)page.Clickable("Create");
        page = await instructor.SubmitAsync(create.Form!, create);
        return new Uri(((AngleSharp.Html.Dom.IHtmlAnchorElement)page.Clickable("Settings")).Href);
    }
}

[Collection(OnSqlite.Name)]
public sealed class LmsTermsStoriesOnSqlite(SqliteWorld world) : LmsTermsStories(world);

[Collection(OnPostgres.Name)]
public sealed class LmsTermsStoriesOnPostgres(PostgresWorld world) : LmsTermsStories(world);
