using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>This very program, playing the null tool.</summary>
internal sealed class NullToolProcess : ServerProcess
{
    private NullToolProcess(string folder, Uri address, params ReadOnlySpan<string> work)
        : base("null-tool", address, folder, new Dictionary<string, string>(StringComparer.Ordinal),
            ["dotnet", typeof(NullToolProcess).Assembly.Location, "null-tool", "--urls", address.GetLeftPart(UriPartial.Authority), .. work])
    {
    }

    public static Task<NullToolProcess> StartAsync(string folder) => StartAsync(folder, []);

    /// <summary>The null tool with the least work: for messages that a key of that set signed.</summary>
    public static Task<NullToolProcess> StartLeastAsync(string folder, string keySet) => StartAsync(folder, ["--jwks", keySet, "--file", Path.Combine(folder, "least.db")]);

    private static async Task<NullToolProcess> StartAsync(string folder, string[] work)
    {
        var address = FreePort.Address("localhost");
        var tool = new NullToolProcess(folder, address, work);
        await tool.WaitUntilItAnswersAsync(new Uri(address, "/page"));
        return tool;
    }
}
