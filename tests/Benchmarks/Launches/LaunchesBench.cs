using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>
/// Login, launch and first page of returning mentors, beside the null tool. Slices of both take turns in one run, so
/// that what else the machine does touches both alike; a figure is the median of its slices.
/// </summary>
internal static class LaunchesBench
{
    private const int Courses = 20;
    private const int Members = 2_000;

    private static readonly int[] AtOnce = [1, 16, 64];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var folder = new BenchFolder();
        var table = new LaunchTable();
        LaunchTable.Begin(Courses, Members);
        foreach (var database in await BenchDatabase.MakeAsync(arguments, folder.Path))
            await MeasureAsync(arguments, folder.New(database.Provider.ToString()), database, table);
        table.End();
        return 0;
    }

    private static async Task MeasureAsync(Arguments arguments, string folder, BenchDatabase database, LaunchTable table)
    {
        await using var platform = await LaunchPlatform.StartAsync();
        var address = FreePort.Address();
        var settings = ToolProcess.Settings(address, database);
        string dll = arguments.Required("tool");
        await ToolProcess.FillAsync(dll, folder, settings, platform.Registration, Courses, Members);
        await using var toolProcess = await ToolProcess.StartAsync(dll, folder, address, settings);
        await using var nullProcess = await NullToolProcess.StartAsync(folder, FreePort.Address());

        var tool = new LaunchTarget("the tool", address, toolProcess, "/s/", ShowsNames: true);
        var nothing = new LaunchTarget("the null tool", nullProcess.Address, nullProcess, "/page", ShowsNames: false);
        var mentors = Enumerable.Range(0, Members).Select(number => Mentor.Of(number, Courses, platform.Registration, address)).ToArray();

        WarmUp(platform, tool, mentors);
        WarmUp(platform, nothing, mentors);
        var length = TimeSpan.FromSeconds(arguments.Number("seconds", 3));
        foreach (int atOnce in AtOnce.Where(number => arguments.Number("at-once", number) == number))
        {
            var round = new LaunchRound(database.Name, atOnce);
            for (int i = 0; i < arguments.Number("rounds", 5); i++)
            {
                foreach (bool withPage in new[] { false, true })
                {
                    round.Add(isNull: true, withPage, LaunchSlice.Run(platform, nothing, mentors, atOnce, withPage, length));
                    round.Add(isNull: false, withPage, LaunchSlice.Run(platform, tool, mentors, atOnce, withPage, length));
                }
            }

            table.Show(round);
        }

        LaunchTable.ShowMemory(database.Name, toolProcess.MegaBytes, nullProcess.MegaBytes);
    }

    /// <summary>Every mentor arrives twice before anything counts, and the JIT has a moment to finish.</summary>
    private static void WarmUp(LaunchPlatform platform, LaunchTarget target, Mentor[] mentors)
    {
        for (int i = 0; i < 2; i++)
        {
            LaunchSlice.Run(platform, target, mentors, 16, withPage: true, TimeSpan.FromMinutes(5), most: mentors.Length);
            Thread.Sleep(1_000);
        }
    }
}
