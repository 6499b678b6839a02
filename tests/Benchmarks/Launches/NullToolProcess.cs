using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>This very program, playing the null tool.</summary>
internal sealed class NullToolProcess : ServerProcess
{
    private NullToolProcess(string folder, Uri address)
        : base("null-tool", address, folder, new Dictionary<string, string>(StringComparer.Ordinal),
            "dotnet", typeof(NullToolProcess).Assembly.Location, "null-tool", "--urls", address.GetLeftPart(UriPartial.Authority))
    {
    }

    public static async Task<NullToolProcess> StartAsync(string folder, Uri address)
    {
        var tool = new NullToolProcess(folder, address);
        await tool.WaitUntilItAnswersAsync(new Uri(address, "/page"));
        return tool;
    }
}
