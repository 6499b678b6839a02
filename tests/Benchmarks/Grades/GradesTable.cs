namespace Benchmarks.Grades;

/// <summary>Says what was measured, as it comes, and how it stands against the goals.</summary>
internal sealed class GradesTable(string database)
{
    private const double GoalPerSecond = 1_000;
    private const double GoalCpu = 0.8;

    private readonly List<DeliveryWatch> counted = [];
    private bool allArrived = true;

    public static void Begin(int courses)
    {
        Say($"Released grades of {courses} courses on their way into the practice LMS (a process of its own, in Moodle's manner).");
        Say($"They are put into the outbox from outside while the tool runs; its ten-second tick finds them. Time and CPU count from the first claim to");
        Say($"the last settled grade (with read-back: until every column was read back). {Environment.ProcessorCount} cores, shared with the LMS and the database. CPU in ms for each grade.");
    }

    public void Show(string name, DeliveryWatch watch, Arrivals arrivals, int tokensBefore, bool counts)
    {
        if (counted.Count == 0 && !counts)
        {
            Say("");
            Say($"{database,-22} {"grades",7} {"per s",7} {"tool CPU",9} {"with read-back",15} {"LMS CPU",8}   {"arrived",8} {"lost",5} {"wrong",6} {"twice",6} {"tokens",7}");
        }

        Say($"  {name,-20} {watch.Grades,7} {watch.PerSecond,7:0} {watch.CpuEach,9:0.000} {watch.CpuEachWithReadBack,15:0.000} {watch.LmsCpu / watch.Grades,8:0.000}   "
            + $"{arrivals.Right,8} {arrivals.Lost,5} {arrivals.Wrong,6} {arrivals.Twice,6} {arrivals.TokenRequests - tokensBefore,7}"
            + (watch.Stuck > 0 ? $"   {watch.Stuck} wait for a person" : ""));
        allArrived &= arrivals.IsComplete;
        if (counts)
            counted.Add(watch);
    }

    public bool End()
    {
        var batches = counted.SkipLast(1).OrderBy(watch => watch.PerSecond).ToList();
        var (middle, big) = (batches[batches.Count / 2], counted[^1]);
        Say($"  {database}: {middle.PerSecond:0} a second ({Judge(middle.PerSecond >= GoalPerSecond)}: at least {GoalPerSecond}), "
            + $"{middle.CpuEach:0.00} ms CPU each ({Judge(middle.CpuEach <= GoalCpu)}: at most {GoalCpu}); "
            + $"ten times as many cost {big.ToolCpu / middle.ToolCpu:0.0} times the CPU and {big.Seconds / middle.Seconds:0.0} times the time; "
            + (allArrived ? "all arrived, each once." : "NOT all arrived as they should."));
        return allArrived;
    }

    private static string Judge(bool isGood) => isGood ? "reached" : "NOT reached";

    private static void Say(string text) => Console.WriteLine(text);
}
