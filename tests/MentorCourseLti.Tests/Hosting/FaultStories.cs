using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Hosting;

/// <summary>Something of ours breaks under a member's hands.</summary>
public sealed class FaultStories
{
    [Fact]
    public async Task A_fault_of_ours_is_a_page_that_says_so_and_gives_the_text_back()
    {
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), ("Logging:LogLevel:Microsoft.AspNetCore.Diagnostics", "None"));
        await using var lms = await SignedPlatform.StartAsync(tool);
        using var browser = new Browser();
        var home = await lms.LaunchAsync(browser, "oak", claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor));
        var edit = new Uri(tool.Address, $"{home.Visit}/reflections/edit");
        var form = await browser.GetAsync(edit);
        string token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await tool.AskAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"Attachments\"; DROP TABLE \"ColumnChanges\"; DROP TABLE \"Receipts\"; DROP TABLE \"Deliveries\"; DROP TABLE \"Assessments\"; DROP TABLE \"Attempts\"; DROP TABLE \"Submissions\"; DROP TABLE \"GradeColumns\"; DROP TABLE \"Activities\""));

        var broken = await browser.PostAsync(edit, Person.Form(
            [("Form.Title", "Lost?"), ("Form.Prompt", "A prompt of an hour's work."), ("Form.Points", "20"), ("Form.TimeZone", "Etc/UTC"), ("__RequestVerificationToken", token)]));
        (broken.Status, broken.Heading, broken.Code).ShouldBe((500, "Something broke here", "page.our-fault"));
        broken.FieldText("What you wrote").ShouldBe("A prompt of an hour's work.");
        // Readable in whichever frame it comes up, and guarded as every page is.
        broken.ContentSecurityPolicy.ShouldStartWith(form.ContentSecurityPolicy.Split("frame-ancestors")[0]);
        broken.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        broken.Headers.CacheControl!.NoStore.ShouldBeTrue();
        // The way home is there.
        broken.Document.QuerySelector(".bar-where a")!.GetAttribute("href").ShouldBe($"{home.Visit}/");
    }
}
