using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Launching;

public sealed partial class AuthorizationTests
{
    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task A_launch_is_signed_for_the_person_who_clicked(string manner)
    {
        await using var lms = await Lms.StartAsync(manner);
        var answer = await AuthorizeAsync(lms, await ClickAsync(lms));
        var keys = new JsonWebKeySet(await lms.ReadAsync("/lti/jwks")).GetSigningKeys();

        var token = await new JsonWebTokenHandler().ValidateTokenAsync(answer["id_token"], new() { IssuerSigningKeys = keys, ValidIssuer = lms.Url, ValidAudience = "mentor-course" });

        token.IsValid.ShouldBeTrue();
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(((JsonWebToken)token.SecurityToken).EncodedPayload))!;
        claims["sub"]!.GetValue<string>().ShouldBe("student-3");
        claims["nonce"]!.GetValue<string>().ShouldBe("a-nonce");
        claims["https://purl.imsglobal.org/spec/lti/claim/tool_platform"]!["product_family_code"]!.GetValue<string>().ShouldBe(manner);
        answer["state"].ShouldBe("a-state");
    }

    [Theory]
    [InlineData("moodle", false)]
    [InlineData("canvas", true)]
    public async Task Only_Canvas_lets_a_launch_be_repeated(string manner, bool works)
    {
        await using var lms = await Lms.StartAsync(manner);
        var click = await ClickAsync(lms);
        await AuthorizeAsync(lms, click);
        (await AuthorizeAsync(lms, click)).ContainsKey("id_token").ShouldBe(works);
    }

    [Theory]
    [InlineData("client_id", "somebody", "unauthorized_client")]
    [InlineData("scope", "email", "invalid_scope")]
    [InlineData("response_type", "code", "unsupported_response_type")]
    [InlineData("response_mode", "query", "invalid_request")]
    [InlineData("nonce", "", "invalid_request")]
    [InlineData("login_hint", "student-4", "access_denied")]
    [InlineData("lti_message_hint", "{", "invalid_request")]
    public async Task A_fault_comes_back_as_an_error(string parameter, string value, string error)
    {
        await using var lms = await Lms.StartAsync("moodle");
        var click = await ClickAsync(lms);
        click[parameter] = value;
        (await AuthorizeAsync(lms, click))["error"].ShouldBe(error);
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_address_that_is_not_registered()
    {
        await using var lms = await Lms.StartAsync("moodle");
        var click = await ClickAsync(lms);
        click["redirect_uri"] += "/";
        var answer = await lms.PostAsync("/lti/authorize", click);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    // What the tool would send after the login initiation of a click.
    private static async Task<Dictionary<string, string>> ClickAsync(Lms lms)
    {
        var login = Fields(await lms.ReadAsync("/practice/launch?user=student-3&link=course-0-link-1"));
        return new(StringComparer.Ordinal)
        {
            ["scope"] = "openid",
            ["response_type"] = "id_token",
            ["response_mode"] = "form_post",
            ["prompt"] = "none",
            ["client_id"] = login["client_id"],
            ["redirect_uri"] = $"{lms.Tool.Address.AbsoluteUri}lti/launch",
            ["login_hint"] = login["login_hint"],
            ["lti_message_hint"] = login["lti_message_hint"],
            ["nonce"] = "a-nonce",
            ["state"] = "a-state",
        };
    }

    private static async Task<Dictionary<string, string>> AuthorizeAsync(Lms lms, Dictionary<string, string> click) =>
        Fields(await (await lms.PostAsync("/lti/authorize", click)).Content.ReadAsStringAsync());

    private static Dictionary<string, string> Fields(string page) => Field().Matches(page).ToDictionary(
        field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);

    [GeneratedRegex("name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
