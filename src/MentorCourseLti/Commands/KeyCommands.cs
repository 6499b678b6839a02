using Lti.Keys;

namespace MentorCourseLti.Commands;

/// <summary>The tool's signing keys.</summary>
internal static class KeyCommands
{
    public static async Task RotateAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        arguments.RefuseOthers();
        await services.GetRequiredService<ToolKeys>().RotateAsync(cancel);
        await output.WriteLineAsync("A new key signs from now on. The old one stays published for a while, so that no platform is surprised.");
    }
}
