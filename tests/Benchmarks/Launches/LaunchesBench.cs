using Benchmarks.Processes;
using MentorCourseLti.Data;

namespace Benchmarks.Launches;

/// <summary>
/// Login, launch and first page of returning mentors, beside the null tool. Slices of both take turns in one run, so
/// that what else the machine does touches both alike; a figure is the median of its slices.
/// </summary>
internal static class LaunchesBench
{
    private const int Courses = 20;
    private const int Members = 2_000;
    private const int WarmUps = 5;
    private const string Least = "least";

    private static readonly int[] AtOnce = [1, 16, 64];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var folder = new BenchFolder();
        var table = new LaunchTable(arguments.Optional("beside") switch { null => LaunchTable.NullToolName, Least => "the least", _ => "the other" });
        LaunchTable.Begin(Courses, Members, arguments.Optional("connections") == "kept");
        foreach (var database in await BenchDatabase.MakeAsync(arguments, folder.Path))
            await MeasureAsync(arguments, folder.New(database.Provider.ToString()), database, table);
        table.End();
        return 0;
    }

    private static async Task MeasureAsync(Arguments arguments, string folder, BenchDatabase database, LaunchTable table)
    {
        await using var platform = await LaunchPlatform.StartAsync();
        await using var toolProcess = await StartAsync(arguments.Required("tool"), folder, database, platform);
        await using var nullProcess = await StartOtherAsync(arguments, folder, database.Provider, platform);
        var tool = new LaunchTarget("the tool", toolProcess, "/s/", ShowsNames: true);
        var nothing = new LaunchTarget("the other", nullProcess, nullProcess is ToolProcess ? "/s/" : "/page", ShowsNames: nullProcess is ToolProcess);
        Mentor[] MentorsOf(LaunchTarget target) => [.. Enumerable.Range(0, Members).Select(number => Mentor.Of(number, Courses, platform.Registration, target.Process.Address))];
        var (mentors, others) = (MentorsOf(tool), MentorsOf(nothing));

        int warmUps = arguments.Number("warm-ups", WarmUps);
        WarmUp(platform, tool, mentors, warmUps);
        WarmUp(platform, nothing, others, warmUps);
        bool keepsConnections = arguments.Optional("connections") == "kept";
        var length = TimeSpan.FromSeconds(arguments.Number("seconds", 3));
        foreach (int atOnce in AtOnce.Where(number => arguments.Number("at-once", number) == number))
        {
            var round = new LaunchRound(database.Name, atOnce);
            for (int i = 0; i < arguments.Number("rounds", 5); i++)
            {
                foreach (bool withPage in new[] { false, true })
                {
                    var kind = new SliceKind(atOnce, withPage, keepsConnections);
                    round.Add(isNull: true, withPage, LaunchSlice.Run(platform, nothing, others, kind, length));
                    round.Add(isNull: false, withPage, LaunchSlice.Run(platform, tool, mentors, kind, length));
                }
            }

            table.Show(round);
            if (atOnce == LaunchTable.GoalAtOnce && arguments.Optional("beside") is null)
                await MeasureMeanwhileAsync(arguments, folder, database, platform, tool, mentors, table);
        }

        table.ShowMemory(database.Name, toolProcess.MegaBytes, nullProcess.MegaBytes);
    }

    /// <summary>The same launches, quiet and with all that goes on in life, in turns.</summary>
    private static async Task MeasureMeanwhileAsync(
        Arguments arguments, string folder, BenchDatabase database, LaunchPlatform platform, LaunchTarget tool, Mentor[] mentors, LaunchTable table)
    {
        string dll = arguments.Required("tool");
        var meanwhile = new Meanwhile(platform, database, () => ToolProcess.RotateKeysAsync(dll, folder, ToolProcess.Settings(tool.Process.Address, database)), tool, Courses, Members);
        var kind = new SliceKind(LaunchTable.GoalAtOnce, WithPage: true, arguments.Optional("connections") == "kept");
        // All rosters once in such a slice: a thousand times as often as in life, where a course's is read every few hours.
        var length = 3 * TimeSpan.FromSeconds(arguments.Number("seconds", 3));
        // Once before anything counts.
        await meanwhile.RunAsync();
        var ratios = new List<double>();
        for (int i = 0; i < arguments.Number("rounds", 5); i++)
        {
            double quiet = LaunchSlice.Run(platform, tool, mentors, kind, length).ToolCpuEach;
            var running = meanwhile.RunAsync();
            double busy = LaunchSlice.Run(platform, tool, mentors, kind, length).ToolCpuEach;
            await running;
            ratios.Add(busy / quiet);
        }

        table.ShowMeanwhile(database.Name, LaunchRound.MedianOf(ratios), platform.RostersRead);
    }

    private static async Task<ServerProcess> StartAsync(string dll, string folder, BenchDatabase database, LaunchPlatform platform)
    {
        var address = FreePort.Address("localhost");
        var settings = ToolProcess.Settings(address, database);
        await ToolProcess.FillAsync(dll, folder, settings, platform.Registration, Courses, Members);
        return await ToolProcess.StartAsync(dll, folder, address, settings);
    }

    /// <summary>The null tool; or in its place the least that a tool can do, or, to see what a change brings, another build of the tool.</summary>
    private static async Task<ServerProcess> StartOtherAsync(Arguments arguments, string folder, DatabaseProvider provider, LaunchPlatform platform)
    {
        if (arguments.Optional("beside") is not { } dll)
            return await NullToolProcess.StartAsync(folder);
        if (dll == Least)
            return await NullToolProcess.StartLeastAsync(folder, platform.Registration.Jwks);
        string other = Directory.CreateDirectory(Path.Combine(folder, "beside")).FullName;
        var made = await BenchDatabase.MakeAsync(arguments, other);
        return await StartAsync(dll, other, made.Single(database => database.Provider == provider), platform);
    }

    /// <summary>Every mentor arrives some times before anything counts, until the JIT has nothing left to do.</summary>
    private static void WarmUp(LaunchPlatform platform, LaunchTarget target, Mentor[] mentors, int times)
    {
        for (int i = 0; i < times; i++)
        {
            LaunchSlice.Run(platform, target, mentors, new SliceKind(16, WithPage: true, KeepsConnections: false), TimeSpan.FromMinutes(5), most: mentors.Length);
            Thread.Sleep(1_000);
        }
    }
}
