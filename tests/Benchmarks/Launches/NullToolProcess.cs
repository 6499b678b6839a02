using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>This very program, playing the null tool.</summary>
internal sealed class NullToolProcess : ChildProcess
{
    private NullToolProcess(string folder, Uri address)
        : base("null-tool", folder, new Dictionary<string, string>(StringComparer.Ordinal),
            "dotnet", typeof(NullToolProcess).Assembly.Location, "null-tool", "--urls", address.GetLeftPart(UriPartial.Authority)) => Address = address;

    public Uri Address { get; }

    public static async Task<NullToolProcess> StartAsync(string folder, Uri address)
    {
        var tool = new NullToolProcess(folder, address);
        await tool.WaitUntilItAnswersAsync(new Uri(address, "/page"));
        return tool;
    }
}
