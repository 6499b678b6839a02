using Benchmarks.Processes;

namespace Benchmarks.Grades;

/// <summary>Released grades on their way into the practice LMS: a batch several times, ten times the batch, and the batch with trouble.</summary>
internal static class GradesBench
{
    private const int Courses = 20;
    private const int Members = 2_000;
    private const int Batches = 3;
    private const int BigBatch = 10;

    // One to warm up, some to measure, ten for the big batch, two with trouble.
    private const int Links = 1 + Batches + BigBatch + 2;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var folder = new BenchFolder();
        GradesTable.Begin(arguments.Number("courses", Courses));
        bool isComplete = true;
        foreach (var database in await BenchDatabase.MakeAsync(arguments, folder.Path))
            isComplete &= await MeasureAsync(arguments, folder.New(database.Provider.ToString()), database);
        return isComplete ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(Arguments arguments, string folder, BenchDatabase database)
    {
        var (address, lmsAddress) = (FreePort.Address("localhost"), FreePort.Address("localhost"));
        var settings = ToolProcess.Settings(address, database);
        string dll = arguments.Required("tool");
        var (courses, members) = (arguments.Number("courses", Courses), arguments.Number("members", Members));
        await ToolProcess.FillAsync(dll, folder, settings, Registration.At(lmsAddress), courses, members);
        await using var lms = await PracticeLmsProcess.StartAsync(arguments.Required("lms"), folder, lmsAddress, address, courses, members, Links);
        await using var released = new ReleasedGrades(database);
        await released.PrepareAsync(await lms.StateAsync(), Links);
        await using var tool = await ToolProcess.StartAsync(dll, folder, address, settings);

        var table = new GradesTable(database.Name);
        int next = 1;
        async Task BatchAsync(string name, int columns, bool counts = true)
        {
            int[] activities = [.. Enumerable.Range(next, columns)];
            next += columns;
            int before = (await lms.StateAsync()).TokenRequests.Values.Sum();
            int grades = await released.ReleaseAsync(activities);
            var watch = await DeliveryWatch.RunAsync(released, tool, lms, grades);
            table.Show(name, watch, Arrivals.Of(await lms.StateAsync(), activities, courses, members), before, counts);
        }

        await BatchAsync("to warm up", 1, counts: false);
        for (int i = 0; i < arguments.Number("batches", Batches); i++)
            await BatchAsync("in peace", 1);
        await BatchAsync("ten times as many", BigBatch);
        if (arguments.Optional("trouble") != "none")
        {
            await lms.CauseAsync("unavailable", share: 0.1);
            await BatchAsync("503 for a tenth", 1, counts: false);
            await lms.CauseAsync("revoked", share: 0.02);
            await BatchAsync("2 % revoke the token", 1, counts: false);
        }

        return table.End();
    }
}
