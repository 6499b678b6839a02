using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Benchmarks.Pages;

/// <summary>
/// What an instructor does once a year: sets up a term, and takes in the groups of a whole programme. Each time in a course where nobody has done it,
/// from the moment the form is sent until the page that it leads to is there.
/// </summary>
internal sealed partial class YearlyActions(Guid platform, DateTime now)
{
    private const int WarmUps = 2;
    private const int Runs = 7;
    private const int Works = 8;
    private const double Goal = 1_000;

    // Their numbers are beyond those of the full courses.
    private readonly CoursePeople empty = new(platform, first: 10_000, WarmUps + Runs, mentors: 0, now);
    private readonly CoursePeople peopled = new(platform, first: 20_000, WarmUps + Runs, FullCourses.Mentors, now);
    private readonly List<(Visitor Term, Visitor Groups)> visitors = [];

    public async Task WriteAsync(RowSink sink)
    {
        await empty.WriteAsync(sink);
        await peopled.WriteAsync(sink);
    }

    public void Open(PageVisits visits) => visitors.AddRange(Enumerable.Range(0, WarmUps + Runs)
        .Select(course => (empty.Visit(visits, course), peopled.Visit(visits, course))));

    public async Task MeasureAsync(HttpClient http)
    {
        await MeasureAsync("Set up a term", visitor => SetUpAsync(http, visitor.Term));
        await MeasureAsync("Import groups", visitor => ImportAsync(http, visitor.Groups));
    }

    private async Task MeasureAsync(string name, Func<(Visitor Term, Visitor Groups), Task<double>> act)
    {
        var times = new List<double>();
        foreach (var visitor in visitors)
            times.Add(await act(visitor));
        times.RemoveRange(0, WarmUps);
        times.Sort();
        double median = times[times.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-16} {median,8:0.0} {times[^1],8:0.0}   {times.Count} times, median and longest. {(median <= Goal ? "reached" : $"NOT reached ({Goal:0} ms)")}"));
    }

    /// <summary>The dates are shown first, as the page asks for; what is timed is the form that sets them up.</summary>
    private async Task<double> SetUpAsync(HttpClient http, Visitor visitor)
    {
        var page = await GetAsync(http, visitor, "/term/new");
        using var asked = await PostAsync(http, visitor, "/term/new", [("__RequestVerificationToken", TokenOf(page)), .. Term()]);
        string shown = Shown().Match(await asked.Content.ReadAsStringAsync()).Groups["shown"].Value;
        return await SendAsync(http, visitor, "/term/new", "/term?made=True", [("__RequestVerificationToken", TokenOf(page)), ("Form.Shown", shown), .. Term(), ("go", "true")]);
    }

    private static async Task<double> ImportAsync(HttpClient http, Visitor visitor)
    {
        var page = await GetAsync(http, visitor, "/groups/import");
        return await SendAsync(
            http, visitor, "/groups/import", $"/groups?groups={FullCourses.Mentors}&mentees={FullCourses.Mentors * FullGroups.Mentees}", [("__RequestVerificationToken", TokenOf(page)), ("content", List())]);
    }

    /// <summary>Returns how long it took, in ms.</summary>
    private static async Task<double> SendAsync(HttpClient http, Visitor visitor, string path, string leadsTo, IEnumerable<(string Name, string Value)> fields)
    {
        long started = Stopwatch.GetTimestamp();
        using var answer = await PostAsync(http, visitor, path, fields);
        await answer.Content.ReadAsByteArrayAsync();
        double taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        string at = answer.RequestMessage!.RequestUri!.PathAndQuery;
        if (!answer.IsSuccessStatusCode || !at.Equals(visitor.Root + leadsTo, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} and led to {at}.");
        return taken;
    }

    private static async Task<string> GetAsync(HttpClient http, Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, visitor.Root + path) { Headers = { { "Cookie", visitor.Cookie } } };
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Visitor visitor, string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, visitor.Root + path) { Content = content, Headers = { { "Cookie", visitor.Cookie } } };
        return await http.SendAsync(request);
    }

    private static string TokenOf(string page) => Token().Match(page).Groups["token"].Value;

    /// <summary>The ready-made internship, all of it.</summary>
    private IEnumerable<(string Name, string Value)> Term() =>
    [
        ("Form.Source", "ready"), ("Form.StartsOn", now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Form.Weeks", "15"), ("Form.Day", "Friday"), ("Form.At", "23:59"),
        .. Enumerable.Range(0, Works).Select(work => ("Form.With", work.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>As a spreadsheet saves it: a line for each mentee.</summary>
    private static string List()
    {
        var list = new StringBuilder("group,mentor,mentee\n");
        for (int mentor = 0; mentor < FullCourses.Mentors; mentor++)
        {
            for (int mentee = 1; mentee <= FullGroups.Mentees; mentee++)
                list.Append(CultureInfo.InvariantCulture, $"Group {mentor + 1},{(mentee == 1 ? CoursePeople.Name(mentor) : "")},Mentee {mentee}\n");
        }

        return list.ToString();
    }

    [GeneratedRegex("""name="Form\.Shown" value="(?<shown>[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shown();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<token>[^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
