namespace Benchmarks.Grades;

internal static class GradesBench
{
    public static Task<int> RunAsync(Arguments arguments)
    {
        Console.WriteLine(arguments);
        return Task.FromResult(0);
    }
}
