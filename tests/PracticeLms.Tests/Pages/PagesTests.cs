using System.Net;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Pages;

public sealed class PagesTests
{
    [Fact]
    public async Task The_log_in_page_offers_everybody()
    {
        await using var lms = await Lms.StartAsync("moodle");
        var page = await lms.ReadAsync("/login");
        page.ShouldContain("value=\"instructor-0\"");
        page.ShouldContain("value=\"student-23\"");
    }

    [Theory]
    [InlineData("/courses/course-0")]
    [InlineData("/courses/course-0/gradebook")]
    [InlineData("/launch/course-0-link-1")]
    public async Task Nobody_gets_in_without_logging_in(string path)
    {
        await using var lms = await Lms.StartAsync("moodle");
        var answer = await lms.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsolutePath.ShouldBe("/login");
    }

    [Fact]
    public void A_wrong_setting_is_named()
    {
        var fault = Should.Throw<OptionsException>(() => PracticeLmsBuilder.Build(["--members", "0", "--manner", "sakai", "--tool", "ftp://tool.example"]));
        fault.Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("--members"), message => message.ShouldContain("--manner"), message => message.ShouldContain("--tool"));
    }
}
