using System.Net;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

/// <summary>What arrives at the launch address without being a launch.</summary>
public sealed class LaunchBodyTests
{
    [Fact]
    public async Task A_launch_address_opened_by_hand_is_explained()
    {
        await using var world = await World.StartAsync();

        using var response = await world.Browser.GetAsync("/lti/launch?id_token=x");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        world.Tool.Handler.Error!.Code.ShouldBe("launch.not-posted");
    }

    [Fact]
    public async Task Bodies_that_are_no_form_are_answered_400()
    {
        await using var world = await World.StartAsync();
        HttpContent[] bodies =
        [
            new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            new MultipartFormDataContent { { new StringContent("x"), "state" } },
            new ByteArrayContent([1, 2, 3]),
            new FormUrlEncodedContent([new("state", new string('x', 300_000))]),
            new FormUrlEncodedContent(Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"key{i}", "x"))),
        ];

        foreach (var body in bodies)
        {
            using var response = await world.Browser.PostAsync("/lti/launch", body);

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            world.Tool.Handler.Error!.Code.ShouldBe("lti.request-malformed");
        }
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_limited_too()
    {
        await using var world = await World.StartAsync();
        using var endless = new StreamContent(new MemoryStream(new byte[400_000]));
        endless.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        endless.Headers.ContentLength = null;

        using var response = await world.Browser.PostAsync("/lti/launch", endless);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "state=%FF%FE%00&id_token=%C3%28&state=2")]
    [InlineData("application/x-www-form-urlencoded", "state=%FF%FE%00&id_token=%C3%28")]
    [InlineData("application/x-www-form-urlencoded;;;", "state=x")]
    [InlineData("application/x-www-form-urlencoded; charset=none-such", "state=%zz&=&&&id_token")]
    public async Task Wrong_encodings_are_no_crash(string contentType, string text)
    {
        await using var world = await World.StartAsync();
        using var body = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await world.Browser.PostAsync("/lti/launch", body);

        ((int)response.StatusCode).ShouldBe(400);
    }
}
