using Lti.Hosting;
using Lti.Tests.Drivers;
using Microsoft.Extensions.Options;

namespace Lti.Tests.Hosting;

public sealed class LtiOptionsTests
{
    [Fact]
    public async Task A_missing_public_url_stops_the_start_with_its_name()
    {
        var problem = await Should.ThrowAsync<OptionsValidationException>(() => TestTool.StartAsync(options => options.PublicUrl = null));

        problem.Message.ShouldContain("PublicUrl");
    }

    [Theory]
    [InlineData("http://tool.example", false)]
    [InlineData("ftp://tool.example", true)]
    [InlineData("https://tool.example/?x=1", true)]
    [InlineData("https://user@tool.example/", true)]
    public void A_wrong_public_url_is_named(string url, bool allowPrivateNetworks) =>
        Problem(options => (options.PublicUrl, options.AllowPrivateNetworks) = (new Uri(url), allowPrivateNetworks)).ShouldContain("PublicUrl");

    [Fact]
    public void A_relative_public_url_is_named() =>
        Problem(options => options.PublicUrl = new Uri("tool", UriKind.Relative)).ShouldContain("PublicUrl");

    [Fact]
    public void Other_settings_are_named_too()
    {
        Problem(options => options.ClockSkew = TimeSpan.FromDays(1)).ShouldContain("ClockSkew");
        Problem(options => options.LoginLifetime = TimeSpan.Zero).ShouldContain("LoginLifetime");
        Problem(options => options.KeyOverlap = TimeSpan.Zero).ShouldContain("KeyOverlap");
        Problem(options => options.UserAgent = "a\r\nb").ShouldContain("UserAgent");
    }

    [Fact]
    public void Plain_http_is_allowed_with_private_networks() =>
        Problem(options => (options.PublicUrl, options.AllowPrivateNetworks) = (new Uri("http://localhost:5080"), true)).ShouldBeEmpty();

    private static string Problem(Action<LtiOptions> change)
    {
        var options = new LtiOptions { PublicUrl = new Uri("https://tool.example") };
        change(options);
        return new LtiOptionsValidator().Validate(null, options).FailureMessage ?? "";
    }
}
