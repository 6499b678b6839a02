using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarks.Processes;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Pages;

/// <summary>
/// The pages of full courses (200 mentors, 30 activities) in a database of many such courses: how long the server needs for each, alone and at
/// 16 at once, how many statements it runs, and how much a browser must load before it shows the first. And how long it takes to set up a term, to
/// take in a whole programme, and to download a course.
/// </summary>
internal static partial class PagesBench
{
    private const int Courses = 200;
    private const int AtOnce = 16;

    /// <summary>The runtime compiles anew, twice, what is called often. A page is measured as people find it on a day like any other, not as the first of the morning does.</summary>
    private const int WarmUp = 800;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(6);

    private const double Goal = 8;
    private const double GoalGradebook = 25;

    /// <summary>
    /// For the queue, in which 3,600 attempts wait; for the list of 1,200 mentees, 3,600 cells; for the hours of 200 mentors and 200 groups, 2,200 cells;
    /// for participation, which is counted of all 6,000 works each time; and for all that a mentor wrote in a year.
    /// </summary>
    private const double GoalLong = 25;
    private const int GoalFirstPage = 100 * 1024;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var folder = new BenchFolder();
        int courses = arguments.Number("courses", Courses);
        Say($"Pages of courses with {FullCourses.Mentors} mentors and {FullCourses.Activities} activities, in a database of {courses} such courses.");
        Say($"{Environment.ProcessorCount} cores, which the driver shares. Times in ms until the whole page is there, over kept connections, each time in another course.");
        foreach (var database in await BenchDatabase.MakeAsync(arguments, folder.Path))
            await MeasureAsync(arguments, folder.New(database.Provider.ToString()), database, courses);
        return 0;
    }

    private static async Task MeasureAsync(Arguments arguments, string folder, BenchDatabase database, int courses)
    {
        var (pages, actions, instructors) = await FillAsync(database, courses);
        var address = FreePort.Address("localhost");
        var settings = ToolProcess.Settings(address, database);
        var tool = await ToolProcess.StartAsync(arguments.Required("tool"), folder, address, settings);
        await using (tool)
        {
            using var http = Client(address);
            await tool.IsIdleAsync();
            Say("");
            Say($"  {database.Name,-16} {"p50",8} {"p95",8} {"p50 at 16",10} {"p95 at 16",10} {"CPU ms",8} {"kB",7} {"kB gzip",8}");
            string[]? only = arguments.Optional("only")?.Split(';');
            foreach (var page in pages.Where(page => only?.Contains(page.Name, StringComparer.OrdinalIgnoreCase) is not false))
                await MeasureAsync(http, tool, page, arguments.Number("seconds", 2));
            if (only is not null)
                return;
            await actions.MeasureAsync(http);
            await CourseDownload.MeasureAsync(http, tool, instructors);
            if (database.Provider is DatabaseProvider.Sqlite)
                await WeighAsync(http, pages.First(page => page.Name == "Write"));
        }

        await CountStatementsAsync(arguments, folder, address, settings, pages, database.Name);
    }

    private static async Task<(IReadOnlyList<MeasuredPage> Pages, YearlyActions Actions, IReadOnlyList<Visitor> Instructors)> FillAsync(BenchDatabase database, int courses)
    {
        long started = Stopwatch.GetTimestamp();
        var now = TimeProvider.System.GetUtcNow();
        await using var services = PageVisits.Services(database);
        await DatabaseSetup.MigrateAsync(services, CancellationToken.None);
        var full = new FullCourses(courses, now.UtcDateTime);
        var actions = new YearlyActions(full.Platform, now.UtcDateTime);
        await using (var sink = await RowSink.OpenAsync(database))
        {
            await full.WriteAsync(sink);
            await actions.WriteAsync(sink);
            await sink.AnalyseAsync();
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var visits = new PageVisits(db, full.Platform, now);
        var (instructors, mentors) = (new List<Visitor>(), new List<Visitor>());
        var attempts = new List<Guid>();
        int measured = Math.Min(courses, 40);
        for (int course = 0; course < measured; course++)
        {
            instructors.Add(full.VisitOfInstructor(visits, course));
            mentors.Add(visits.Open(full.Mentor(course, 0), full.Subject(course, 0)));
            attempts.Add(await visits.AttemptOfAsync(full.GradedReflection(course)));
        }

        actions.Open(visits);
        await db.SaveChangesAsync();
        Say($"  {database.Name}: filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        MeasuredPage Of(string name, IReadOnlyList<Visitor> visitors, Func<int, string> path, double goal = Goal) =>
            new(name, [.. Enumerable.Range(0, measured).Select(course => (visitors[course].Root + path(course), visitors[course].Cookie))], goal);
        return
        (
            [
                Of("Home", instructors, _ => "/"),
                Of("Home, mentor", mentors, _ => "/"),
                Of("Write", mentors, course => $"/reflections/{full.DraftedReflection(course)}"),
                Of("Feedback", mentors, course => $"/reflections/{full.GradedReflection(course)}"),
                Of("Submissions", instructors, course => $"/reflections/{full.GradedReflection(course)}/submissions"),
                Of("Assess", instructors, course => $"/attempts/{attempts[course]}"),
                Of("Queue", instructors, _ => "/queue", GoalLong),
                Of("Log", mentors, course => $"/logs/{full.Log(course)}"),
                Of("Log review", instructors, course => $"/logs/{full.Log(course)}/review"),
                Of("Flags", instructors, _ => "/flags"),
                Of("Term", instructors, _ => "/term"),
                Of("Programme", instructors, _ => "/programme"),
                Of("Groups", instructors, _ => "/groups"),
                Of("Groups, mentor", mentors, _ => "/groups"),
                Of("Group", instructors, course => $"/groups/{full.Groups.Of(course, mentor: 0)}"),
                Of("Log a session", mentors, course => $"/sessions/{full.Groups.ToTell(course, mentor: 0)}/log"),
                Of("Participation", instructors, course => $"/standing/{full.Standing(course)}/review", GoalLong),
                Of("Term picture", instructors, _ => "/picture", GoalGradebook),
                Of("Weeks", instructors, _ => "/picture/weeks"),
                Of("Quiet mentors", instructors, _ => "/picture/quiet"),
                Of("People", instructors, _ => "/people"),
                Of("Mentees", instructors, _ => "/mentees", GoalLong),
                Of("Hours", instructors, _ => "/hours", GoalLong),
                Of("Gradebook", instructors, _ => "/gradebook", GoalGradebook),
                Of("Who did what", instructors, _ => "/audit"),
                Of("Your path", mentors, _ => "/path"),
                Of("Your work", mentors, _ => "/mine", GoalLong),
            ],
            actions,
            instructors);
    }

    private static async Task MeasureAsync(HttpClient http, ToolProcess tool, MeasuredPage page, int seconds)
    {
        var (size, gzipped) = (await LoadAsync(http, page, 0), await LoadAsync(http, page, 0, gzip: true));
        long begun = Stopwatch.GetTimestamp();
        for (int i = 0; i < WarmUp && Stopwatch.GetElapsedTime(begun) < LongestWarmUp; i++)
            await LoadAsync(http, page, i);
        // What the runtime compiles behind them is no page's to pay for either.
        await tool.IsIdleAsync();
        var cpu = tool.CpuTime;
        var alone = await TimesAsync(http, page, atOnce: 1, TimeSpan.FromSeconds(seconds));
        double cpuEach = (tool.CpuTime - cpu).TotalMilliseconds / alone.Count;
        var together = await TimesAsync(http, page, AtOnce, TimeSpan.FromSeconds(seconds));
        string verdict = Of(alone, 0.5) <= page.Goal ? "reached" : $"NOT reached ({page.Goal:0} ms)";
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"  {page.Name,-16} {Of(alone, 0.5),8:0.00} {Of(alone, 0.95),8:0.00} {Of(together, 0.5),10:0.0} {Of(together, 0.95),10:0.0} {cpuEach,8:0.00} {size / 1024.0,7:0.0} {gzipped / 1024.0,8:0.0}   {verdict}"));
    }

    private static async Task<List<double>> TimesAsync(HttpClient http, MeasuredPage page, int atOnce, TimeSpan length)
    {
        long until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        int next = 0;
        var workers = Enumerable.Range(0, atOnce).Select(async _ =>
        {
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                long started = Stopwatch.GetTimestamp();
                await LoadAsync(http, page, Interlocked.Increment(ref next));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return times;
        });
        var all = (await Task.WhenAll(workers)).SelectMany(times => times).ToList();
        all.Sort();
        return all;
    }

    /// <summary>Returns how many bytes came.</summary>
    private static async Task<int> LoadAsync(HttpClient http, MeasuredPage page, int number, bool gzip = false)
    {
        var (path, cookie) = page.Requests[number % page.Requests.Count];
        return (await LoadAsync(http, path, cookie, gzip)).Length;
    }

    private static async Task<byte[]> LoadAsync(HttpClient http, string path, string cookie, bool gzip)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        if (gzip)
            request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>What a browser loads until the page can be read and used; the editor comes after that.</summary>
    private static async Task WeighAsync(HttpClient http, MeasuredPage page)
    {
        var (path, cookie) = page.Requests[0];
        string html = System.Text.Encoding.UTF8.GetString(await LoadAsync(http, path, cookie, gzip: false));
        int sum = await LoadAsync(http, page, 0, gzip: true);
        foreach (Match match in Asset().Matches(html))
            sum += (await LoadAsync(http, match.Groups["path"].Value, cookie, gzip: true)).Length;
        Say($"  The first page with its style sheet and script: {sum / 1024.0:0.0} kB compressed. {(sum <= GoalFirstPage ? "reached" : "NOT reached (100 kB)")}");
    }

    /// <summary>By EF Core's log; each page runs one prepared statement more, for its visit.</summary>
    private static async Task CountStatementsAsync(
        Arguments arguments, string folder, Uri address, IReadOnlyDictionary<string, string> settings, IReadOnlyList<MeasuredPage> pages, string name)
    {
        await using var tool = await ToolProcess.StartAsync(
            arguments.Required("tool"), folder, address, settings, "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information");
        using var http = Client(address);
        await tool.IsIdleAsync();
        string log = Path.Combine(folder, "tool.log");
        var counts = new List<string>();
        foreach (var page in pages)
        {
            await LoadAsync(http, page, 0);
            await Task.Delay(300);
            int before = CountIn(log);
            await LoadAsync(http, page, 1);
            await Task.Delay(300);
            counts.Add($"{page.Name} {CountIn(log) - before}");
        }

        Say($"  {name}, statements of EF Core for a page: {string.Join(", ", counts)}");
    }

    private static int CountIn(string log)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split("Executed DbCommand").Length - 1;
    }

    private static double Of(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = address };

    private static void Say(string text) => Console.WriteLine(text);

    [GeneratedRegex("""(?:href|src)="(?<path>[^"]*/dist/[^"]+\.(?:css|js))""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Asset();
}

/// <param name="Requests">The page in several courses, each with the cookie of its visitor.</param>
/// <param name="Goal">Of the median, in ms.</param>
internal sealed record MeasuredPage(string Name, IReadOnlyList<(string Path, string Cookie)> Requests, double Goal);
