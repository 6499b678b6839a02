namespace Benchmarks.Processes;

/// <summary>The tool as an administrator runs it: Release, Production, filled by its own commands.</summary>
internal sealed class ToolProcess : ServerProcess
{
    private ToolProcess(string dll, string folder, Uri address, IReadOnlyDictionary<string, string> settings, ReadOnlySpan<string> options)
        : base("tool", address, folder, settings, ["dotnet", dll, "--urls", address.GetLeftPart(UriPartial.Authority), .. options])
    {
    }

    public static IReadOnlyDictionary<string, string> Settings(Uri address, BenchDatabase database) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorCourse__PublicUrl"] = address.GetLeftPart(UriPartial.Authority),
        ["MentorCourse__AllowPrivateNetworks"] = "true",
        ["MentorCourse__DefaultTimeZone"] = "America/Phoenix",
        ["MentorCourse__Database__Provider"] = database.Provider.ToString(),
        ["ConnectionStrings__MentorCourse"] = database.ConnectionString,
    };

    /// <summary>Registers the platform and adds the sample courses.</summary>
    public static async Task FillAsync(string dll, string folder, IReadOnlyDictionary<string, string> settings, Registration platform, int courses, int members)
    {
        await RunAsync("platforms", folder, settings,
            "dotnet", dll, "platforms", "add", "--issuer", platform.Issuer, "--client-id", platform.ClientId, "--name", "Bench",
            "--authorization", platform.Authorization, "--token", platform.Token, "--jwks", platform.Jwks, "--deployment", platform.Deployment);
        await RunAsync("sample", folder, settings, "dotnet", dll, "sample", "--issuer", platform.Issuer, "--courses", $"{courses}", "--members", $"{members}", "--week", "0");
    }

    /// <summary>The command that an administrator runs beside the tool.</summary>
    public static Task RotateKeysAsync(string dll, string folder, IReadOnlyDictionary<string, string> settings) => RunAsync("rotate", folder, settings, "dotnet", dll, "keys", "rotate");

    public static async Task<ToolProcess> StartAsync(string dll, string folder, Uri address, IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var tool = new ToolProcess(dll, folder, address, settings, options);
        await tool.WaitUntilItAnswersAsync(new Uri(address, "/health/ready"));
        return tool;
    }

    /// <summary>After its start the tool counts the participation grades of all courses: no page is to pay for that.</summary>
    public async Task IsIdleAsync()
    {
        var second = TimeSpan.FromSeconds(1);
        TimeSpan before;
        do
        {
            before = CpuTime;
            await Task.Delay(second);
        }
        while (CpuTime - before > second / 20);
    }
}
