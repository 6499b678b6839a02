using System.Net;
using System.Text;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Services;

public sealed class LineItemTests
{
    private const string Container = "application/vnd.ims.lis.v2.lineitemcontainer+json";

    [Theory]
    [InlineData("application/json", HttpStatusCode.BadRequest)]
    [InlineData("*/*", HttpStatusCode.BadRequest)]
    [InlineData(Container, HttpStatusCode.OK)]
    public async Task Moodle_serves_exactly_one_media_type(string accept, HttpStatusCode expected)
    {
        await using var lms = await Lms.StartAsync("moodle");
        (await lms.Tool.CallAsync(HttpMethod.Get, ListUrl(lms), accept)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Moodles_next_page_stands_in_curly_quotes()
    {
        await using var lms = await Lms.StartAsync("moodle");
        var answer = await lms.Tool.CallAsync(HttpMethod.Get, ListUrl(lms) + "&limit=2", Container);
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(answer.Headers.GetValues("Link").Single())).ShouldBe($"<{lms.Url}{ListUrl(lms)}&amp;limit=2&amp;page=2>; rel=“next”");
    }

    [Fact]
    public async Task A_removed_columns_address_is_never_given_again()
    {
        await using var lms = await Lms.StartAsync("canvas");
        var first = lms.Campus.AddLineItem(lms.Course, new() { Label = "Hours", ScoreMaximum = 30 });
        lms.Campus.Remove(first);
        var second = lms.Campus.AddLineItem(lms.Course, new() { Label = "Hours", ScoreMaximum = 30 });
        (second.Id == first.Id).ShouldBeFalse();
    }

    private static string ListUrl(Lms lms) => lms.Campus.Manner.LineItemsPath(lms.Course.Id) + lms.Campus.Manner.Query;
}
