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

    [Theory]
    [InlineData("/practice/trouble")]
    [InlineData("/practice/manner")]
    [InlineData("/lti/token")]
    [InlineData("/lti/authorize")]
    [InlineData("/login?handler=As")]
    public async Task A_body_that_is_no_form_is_a_bad_request(string path)
    {
        await using var lms = await Lms.StartAsync("moodle");
        foreach (var type in (string[])["application/json", "multipart/form-data; boundary=x", "multipart/form-data"])
        {
            using var body = new ByteArrayContent("rubbish"u8.ToArray());
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            (await lms.PostAsync(path, body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, type);
        }
    }

    [Fact]
    public void A_wrong_setting_is_named()
    {
        var fault = Should.Throw<OptionsException>(() => PracticeLmsBuilder.Build(["--members", "0", "--manner", "sakai", "--tool", "ftp://tool.example"]));
        fault.Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("--members"), message => message.ShouldContain("--manner"), message => message.ShouldContain("--tool"));
    }
}
