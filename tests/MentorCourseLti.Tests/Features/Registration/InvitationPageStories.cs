using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Registration;

/// <summary>An administrator without a command line makes an invitation.</summary>
public sealed class InvitationPageStories
{
    private const string Key = "a key of more than twenty characters";

    [Fact]
    public async Task An_administrator_with_the_key_makes_an_invitation_that_registers_an_LMS()
    {
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), ("MentorCourse:Administration:Key", Key));
        using var browser = new Browser();
        var page = await AskAsync(browser, tool, "Our Moodle", Key);
        string address = page.FieldText("Registration URL");

        await using var lms = await RegisteringPlatform.StartAsync();
        (await lms.OpensAsync(browser, address)).Heading.ShouldBe("Our Moodle knows Mentor Course now");
        (await lms.OpensAsync(browser, address)).Code.ShouldBe("registration.no-invitation");
    }

    [Fact]
    public async Task A_wrong_key_makes_none_keeps_what_was_typed_and_cannot_be_tried_without_end()
    {
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), ("MentorCourse:Administration:Key", Key));
        using var browser = new Browser();

        var page = await AskAsync(browser, tool, "Our Moodle", "a guess");
        (page.Status, page.FieldText("What should the platform be called?")).ShouldBe((403, "Our Moodle"));
        page.Says.ShouldContain("This is not the key.");
        page.Body.ShouldNotContain("a guess");

        for (int i = 0; i < 10; i++)
            page = await AskAsync(browser, tool, "", $"guess {i}");
        page.Status.ShouldBe(429);
        (await AskAsync(browser, tool, "", Key)).Status.ShouldBe(429, "whoever guesses learns nothing, not even by the right one");
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_there_is_no_such_page()
    {
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite());
        using var browser = new Browser();

        (await browser.GetAsync(new Uri(tool.Address, "/lti/invite"))).Status.ShouldBe(404);
        (await browser.PostAsync(new Uri(tool.Address, "/lti/invite"), Person.Form([("key", "")]))).Status.ShouldBe(404);
    }

    private static async Task<Page> AskAsync(Browser browser, ToolHost tool, string name, string key)
    {
        var page = await browser.GetAsync(new Uri(tool.Address, "/lti/invite"));
        ((IHtmlInputElement)page.Field("What should the platform be called?")).Value = name;
        ((IHtmlInputElement)page.Field("Administrator’s key")).Value = key;
        return await browser.SubmitAsync(page.Document.Forms[0]);
    }
}
