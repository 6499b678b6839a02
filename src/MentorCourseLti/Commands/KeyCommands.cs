using Lti.Keys;
using MentorCourseLti.Hosting.KeyRing;

namespace MentorCourseLti.Commands;

/// <summary>The tool's signing keys, and the file that seals the ring in which their private halves are protected.</summary>
internal static class KeyCommands
{
    public static async Task RotateAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        arguments.RefuseOthers();
        await services.GetRequiredService<ToolKeys>().RotateAsync(cancel);
        await output.WriteLineAsync("A new key signs in ten minutes, when every platform can know it. The old one stays published for a while.");
    }

    public static async Task MakeFileAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string path = arguments.Required("--to");
        arguments.RefuseOthers();
        try
        {
            KeyFile.Write(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {exception.Message}");
        }

        await output.WriteLineAsync($"Wrote {path}. Name it in MentorCourse:KeyRing:KeyFile on every node, and keep a copy apart from the backups: without it a restored database cannot use its keys.");
    }
}
