using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>What mentors see, in all its states.</summary>
public sealed class MentorLooks(Chromium chromium, LivelyCourse course) : BrowserTest(chromium)
{
    private School School => course.School;

    public override async ValueTask InitializeAsync() => await course.VisitAsync(Chromium);

    [Fact]
    public async Task Home_and_feedback()
    {
        var mentor = await School.MentorAsync();
        var frame = await mentor.OpenInTabAsync(LivelyCourse.First);
        await Look.AtAsync(frame, "feedback");
        await Pictures.TakeForReadmeAsync(frame.Page, "feedback", height: 640);

        await frame.GetByRole(AriaRole.Link, new() { Name = "BIO 399" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Came back" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "home-mentor");
        await Pictures.TakeForReadmeAsync(frame.Page, "home-mentor", height: 640);

        await frame.GotoAsync($"{Visit(frame)}/courses");
        await Look.AtAsync(frame, "courses");
    }

    [Fact]
    public async Task Write_to_the_end()
    {
        var mentor = await School.MentorAsync(8);
        mentor.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        mentor.Watch.Expect("status of 409");
        var frame = await mentor.OpenInTabAsync(LivelyCourse.Third);
        var write = new Write(frame);
        await write.ReadyAsync();
        await Look.AtAsync(frame, "write-empty");

        await write.TypeAsync("A mentee asked me what I would do. I said what I would do.");
        await write.ShouldBeSavedAsync();
        await Look.AtAsync(frame, "write-saved");

        await mentor.Context.SetOfflineAsync(true);
        await write.TypeAsync(" Then it was very quiet.");
        await write.ShouldSayAsync("Not saved");
        await Look.AtAsync(frame, "write-failed");
        await mentor.Context.SetOfflineAsync(false);
        await write.ShouldBeSavedAsync();

        var elsewhere = new Write(await mentor.OpenInTabAsync(LivelyCourse.Third));
        await elsewhere.TypeAsync(" From elsewhere.");
        await elsewhere.ShouldBeSavedAsync();
        await write.TypeAsync(" From here.");
        await Expect(write.Conflict).ToBeVisibleAsync();
        await Look.AtAsync(frame, "write-conflict");
        await write.GoOnWithMineAsync();
        await Expect(write.Conflict).ToBeHiddenAsync();

        await write.LookOverAsync();
        await Look.AtAsync(frame, "hand-in");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(write.Chip).ToHaveTextAsync("Handed in");
        await Look.AtAsync(frame, "handed-in");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Look.AtAsync(frame, "take-back-dialog");
    }

    [Fact]
    public async Task A_text_that_this_device_kept_while_another_was_saved()
    {
        var mentor = await School.MentorAsync(6);
        mentor.Watch.Expect("status of 401");
        var frame = await mentor.OpenInTabAsync(LivelyCourse.Second);
        var write = new Write(frame);
        await write.TypeAsync("Kept by the server.");
        await write.ShouldBeSavedAsync();
        await School.Tool.InDatabaseAsync(async db =>
        {
            await db.Visits.Where(visit => visit.Subject == mentor.Id).ExecuteDeleteAsync();
            await db.Submissions.Where(one => one.DraftText == "Kept by the server.").ExecuteUpdateAsync(set => set
                .SetProperty(one => one.DraftText, "Kept by the server, from elsewhere.").SetProperty(one => one.DraftVersion, one => one.DraftVersion + 1));
        });
        await write.TypeAsync(" Kept on this device.");
        await write.ShouldSayAsync("your time here ran out");
        await Look.AtAsync(frame, "write-ran-out");

        var again = await mentor.OpenInTabAsync(LivelyCourse.Second);
        await Expect(new Write(again).Restored).ToBeVisibleAsync();
        await Look.AtAsync(again, "write-restored");
    }

    [Fact]
    public async Task Closed_and_ran_out()
    {
        var mentor = await School.MentorAsync(7);
        mentor.Watch.Expect("status of 40[14]");
        await School.Tool.InDatabaseAsync(db => db.Activities.Where(one => one.Title.StartsWith("Reflection 6"))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ClosesAt, one => one.CreatedAt)));
        var frame = await mentor.OpenInTabAsync(LivelyCourse.First);
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/");
        await frame.GetByRole(AriaRole.Link, new() { NameRegex = new("^Reflection 6", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Expect(frame.GetByText("This reflection is closed")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "closed");

        await frame.GotoAsync($"{visit}/no-such-page");
        await Look.AtAsync(frame, "refusal-not-found");
        await frame.GotoAsync(School.Tool.Url);
        await Look.AtAsync(frame, "refusal-open-from-course");

        await frame.GotoAsync($"{visit}/");
        await mentor.Context.ClearCookiesAsync(new() { Name = "mc" });
        await frame.GotoAsync($"{visit}/");
        await Look.AtAsync(frame, "refusal-no-cookie");
    }
}
