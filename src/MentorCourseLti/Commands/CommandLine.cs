using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Backups;
using MentorCourseLti.Hosting;

namespace MentorCourseLti.Commands;

/// <summary>The administrator's door: what a command says goes to one writer, what went wrong to the other. Without a command the program serves.</summary>
internal sealed class CommandLine(TextWriter output, TextWriter errors, Action<WebApplicationBuilder>? configure = null)
{
    private const int Good = 0;
    private const int Bad = 1;
    private const int WrongUse = 2;

    public async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args is [var first, ..] && !first.StartsWith('-') ? await RunCommandAsync(args) : await ServeAsync(args);
        }
        catch (SettingsException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return Bad;
        }
        catch (BackupException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return Bad;
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            await errors.WriteLineAsync("The disk is full: nothing was finished. Make room and try again.");
            return Bad;
        }
        catch (CommandException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return WrongUse;
        }
    }

    private async Task<int> ServeAsync(string[] args)
    {
        await using var app = MentorCourseBuilder.Build(args, configure);
        await DatabaseSetup.MigrateAsync(app.Services, CancellationToken.None);
        await app.RunAsync();
        return Good;
    }

    private async Task<int> RunCommandAsync(string[] args)
    {
        Func<IServiceProvider, CommandArguments, TextWriter, CancellationToken, Task> command = args switch
        {
            ["platforms", "add", ..] => PlatformCommands.AddAsync,
            ["platforms", "list", ..] => PlatformCommands.ListAsync,
            ["platforms", "remove", ..] => PlatformCommands.RemoveAsync,
            ["platforms", "invite", ..] => PlatformCommands.InviteAsync,
            ["keys", "rotate", ..] => KeyCommands.RotateAsync,
            ["keys", "make-file", ..] => KeyCommands.MakeFileAsync,
            ["backup", ..] => BackupCommands.BackupAsync,
            ["restore", ..] => BackupCommands.RestoreAsync,
            ["sample", ..] => SampleCommand.RunAsync,
            ["help", ..] => HelpAsync,
            _ => throw new CommandException($"There is no command \"{string.Join(' ', args.TakeWhile(arg => !arg.StartsWith('-')))}\".{Environment.NewLine}{Help}"),
        };
        int words = args[0] is "platforms" or "keys" ? 2 : 1;
        var arguments = CommandArguments.Parse(args.AsSpan(words));

        await using var app = MentorCourseBuilder.Build([], builder =>
        {
            builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
            configure?.Invoke(builder);
        });
        // A restore brings the schema to where the backup's was first.
        if (args[0] != "restore")
            await DatabaseSetup.MigrateAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        await command(scope.ServiceProvider, arguments, output, CancellationToken.None);
        return Good;
    }

    private static Task HelpAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel) => output.WriteLineAsync(Help);

    private const string Help = """
        Without a command the tool serves. Commands:
          platforms add --issuer URL --client-id ID --authorization URL --token URL --jwks URL --deployment ID [--name TEXT] [--frame-ancestors ORIGINS]
          platforms invite [--name TEXT]
          platforms list
          platforms remove --issuer URL [--client-id ID]
          keys rotate
          keys make-file --to FILE
          backup [--to FILE]
          restore --from FILE [--replace yes]
          sample --issuer URL [--courses N] [--members N] [--week 0-15] [--line-items URL]
        """;
}
