using MentorCourseLti.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>Gives commands as at the prompt, in this process: a process of its own per command takes seconds to start.</summary>
internal static class Administrator
{
    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        await using var output = new StringWriter();
        var prompt = new CommandLine(output, output, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders();
        });
        int code = await prompt.RunAsync(arguments);
        return (code, output.ToString());
    }

    public static Task<(int Code, string Output)> RunAsync(TestDatabase database, params string[] arguments) =>
        RunAsync(database.Settings(new Uri("https://mentor.example.edu")), arguments);

    /// <summary>A command that goes well. Returns what it says.</summary>
    public static async Task<string> DoesAsync(TestDatabase database, params string[] arguments)
    {
        var (code, output) = await RunAsync(database, arguments);
        code.ShouldBe(0, output);
        return output;
    }
}
