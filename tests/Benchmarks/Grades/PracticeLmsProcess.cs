using System.Globalization;
using System.Text.Json;
using Benchmarks.Processes;

namespace Benchmarks.Grades;

/// <summary>The practice LMS as a program of its own. It keeps nothing on disk: its journal is not what is measured.</summary>
internal sealed class PracticeLmsProcess : ChildProcess
{
    private readonly HttpClient http;

    private PracticeLmsProcess(string dll, string folder, Uri address, Uri tool, int courses, int members, int links)
        : base("lms", folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
            "dotnet", dll, "--urls", address.GetLeftPart(UriPartial.Authority), "--tool", tool.GetLeftPart(UriPartial.Authority), "--data", "",
            "--courses", Text(courses), "--members", Text(members), "--links", Text(links), "--manner", "moodle") =>
        http = new HttpClient { BaseAddress = address };

    public static async Task<PracticeLmsProcess> StartAsync(string dll, string folder, Uri address, Uri tool, int courses, int members, int links)
    {
        var lms = new PracticeLmsProcess(dll, folder, address, tool, courses, members, links);
        await lms.WaitUntilItAnswersAsync(address);
        return lms;
    }

    public async Task<LmsState> StateAsync() =>
        JsonSerializer.Deserialize<LmsState>(await http.GetStringAsync("/practice/state"), JsonSerializerOptions.Web)!;

    public async Task CauseAsync(string trouble, double share)
    {
        using var form = new FormUrlEncodedContent([new("trouble", trouble), new("share", share.ToString(CultureInfo.InvariantCulture))]);
        using var answer = await http.PostAsync("/practice/trouble", form);
        answer.EnsureSuccessStatusCode();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the practice LMS says of itself.</summary>
internal sealed record LmsState(Dictionary<string, int> TokenRequests, long ServiceCalls, IReadOnlyList<LmsColumn> LineItems);

internal sealed record LmsColumn(string Course, string Url, string? ResourceLinkId, Dictionary<string, LmsCell> Cells);

internal sealed record LmsCell(decimal? Score, int Posts, int RefusedPosts, IReadOnlyList<LmsComment> Comments);

internal sealed record LmsComment(string Text);
