namespace Benchmarks.Launches;

/// <summary>Says what was measured, as it comes, and at the end how it stands against the goals.</summary>
internal sealed class LaunchTable(string other)
{
    private const double GoalShort = 2.2;
    private const double GoalWhole = 4.0;
    private const double GoalPerSecond = 850;
    private const double GoalMeanwhile = 1.05;

    public const int GoalAtOnce = 16;

    public const string NullToolName = "null tool";

    private readonly List<string> verdicts = [];

    public static void Begin(int courses, int members, bool keepsConnections)
    {
        Say($"Launches of {members:N0} returning mentors in {courses} courses: login, launch, first page (the reflection with its editor and rubric).");
        Say($"{Environment.ProcessorCount} cores, which the driver shares; it signs each message (RS256, 2048 bits). CPU is that of the process, in ms for each launch.");
        Say(keepsConnections ? "Connections are kept, as by a proxy." : "Each launch comes on a connection of its own, as each person's browser does (--connections kept: as behind a proxy).");
        Say($"\"short\" is login + launch; \"whole\" is with the first page. Medians of slices that take turns.");
    }

    public void Show(LaunchRound round)
    {
        Say("");
        Say($"{round.Database}, {round.AtOnce} at once");
        Say($"  {"",-10} {"whole/s",8} {"short/s",8} {"CPU whole",10} {"CPU short",10} {"driver CPU",11}   {"p50/p95/p99 ms: login",-24} {"launch",-24} page");
        Row(round, "the tool", isNull: false);
        Row(round, other, isNull: true);
        double whole = round.Ratio(withPage: true, slice => slice.ToolCpuEach);
        double shorter = round.Ratio(withPage: false, slice => slice.ToolCpuEach);
        Say($"  {"ratio",-10} {"",8} {"",8} {whole,10:0.00} {shorter,10:0.00}");
        if (round.AtOnce != GoalAtOnce || other != NullToolName)
            return;

        double rate = round.Median(isNull: false, withPage: true, slice => slice.PerSecond);
        verdicts.Add($"{round.Database}: login + launch {shorter:0.00} x null ({Judge(shorter <= GoalShort)}: at most {GoalShort}), "
            + $"whole {whole:0.00} x null ({Judge(whole <= GoalWhole)}: at most {GoalWhole}), "
            + $"{rate:0} whole launches/s at {GoalAtOnce} ({Judge(rate >= GoalPerSecond)}: at least {GoalPerSecond})");
    }

    public void ShowMeanwhile(string database, double ratio, int rosters) => verdicts.Add(
        $"{database}: with keys rotating and rosters being read ({rosters} rosters of 100 people) a whole launch costs {ratio:0.00} x the quiet one ({Judge(ratio <= GoalMeanwhile)}: at most {GoalMeanwhile})");

    public void ShowMemory(string database, double tool, double nothing) =>
        Say($"  memory after all of it ({database}): the tool {tool:0} MB, {other} {nothing:0} MB");

    public void End()
    {
        Say("");
        foreach (string verdict in verdicts)
            Say(verdict);
    }

    private static void Row(LaunchRound round, string name, bool isNull)
    {
        double At(bool withPage, Func<LaunchSlice, double> figure) => round.Median(isNull, withPage, figure);
        string legs = string.Join("", round.Times(isNull).Percentiles()
            .Select(leg => $"{leg.P50:0.00} / {leg.P95:0.00} / {leg.P99:0.00}".PadRight(25)));
        Say($"  {name,-10} {At(true, s => s.PerSecond),8:0} {At(false, s => s.PerSecond),8:0} {At(true, s => s.ToolCpuEach),10:0.000} {At(false, s => s.ToolCpuEach),10:0.000} {At(true, s => s.DriverCpuEach),11:0.000}   {legs}");
    }

    private static string Judge(bool isGood) => isGood ? "reached" : "NOT reached";

    private static void Say(string text) => Console.WriteLine(text);
}
