using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeLms;
using PracticeLms.Courses;

namespace Lti.Tests.Samples;

/// <summary>The sample tool of the README, run against an LMS.</summary>
public sealed partial class SampleToolTests
{
    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task A_person_who_opens_the_link_is_greeted_and_has_full_marks(string manner)
    {
        await using var lms = PracticeLmsBuilder.Build(["--urls", "http://127.0.0.1:0"], options => (options.Data, options.Manner, options.Members, options.Links) = ("", manner, 3, 1));
        await lms.StartAsync(TestContext.Current.CancellationToken);
        await using var tool = await StartToolAsync(lms.Urls.First());
        lms.Services.GetRequiredService<PracticeLmsOptions>().Tool = new Uri(tool.Urls.First());
        var campus = lms.Services.GetRequiredService<Campus>();
        var mentor = campus.Courses[0].Mentors[0];

        var page = await OpenAsync($"{lms.Urls.First()}/practice/launch?user={mentor.Id}&link=course-0-link-1");

        page.ShouldBe($"Hello, {mentor.Name}!");
        var column = campus.Courses[0].LineItems[0];
        column.CellOf(mentor.Id).Grade.Score.ShouldBe(column.ScoreMaximum);
    }

    private static async Task<WebApplication> StartToolAsync(string lms)
    {
        // The address must be known before it listens: it is the tool's public one.
        var url = FreePort.Address().GetLeftPart(UriPartial.Authority);
        var tool = SampleTool.Build(["--urls", url, "--lms", lms, "--Logging:LogLevel:Default", "None"]);
        await tool.StartAsync();
        return tool;
    }

    /// <summary>What a browser does in a tab of its own: keeps cookies, follows redirects, submits the forms that submit themselves.</summary>
    private static async Task<string> OpenAsync(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        http.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "document");
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        var (url, form) = (new Uri(address), (HttpContent?)null);
        for (var step = 0; step < 12; step++)
        {
            using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, url) { Content = form };
            if (cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
                cookies[line.Split('=')[0]] = line.Split('=', 2)[1].Split(';')[0];

            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.Headers.Location is { } location)
                (url, form) = (new Uri(url, location), null);
            else if (Form().Match(text) is { Success: true } found)
                (url, form) = (new Uri(WebUtility.HtmlDecode(found.Groups["action"].Value)), new FormUrlEncodedContent(
                    Field().Matches(text).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))));
            else
                return text;
        }

        throw new InvalidOperationException($"{address} leads in a circle.");
    }

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]+)">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("""name="(?<name>[^"]+)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Field();
}
