using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Commands;

/// <summary>Each way to use a command wrongly has its sentence. Exit codes: see <see cref="CommandTests"/>.</summary>
[Collection(OnSqlite.Name)]
public sealed class WrongUseTests(SqliteWorld world)
{
    [Theory]
    [InlineData("--issuer", "--issuer wants a value.")]
    [InlineData("issuer x", "\"issuer\" is not an option: options start with --.")]
    [InlineData("--issuer x", "--client-id is missing.")]
    [InlineData("--issuer x --client-id y --authorization nowhere", "--authorization must be an address that starts with https:// or http://.")]
    [InlineData("--issuer x --client-id y --authorization ftp://x.example", "--authorization must be an address that starts with https:// or http://.")]
    [InlineData("--issuer x --client-id y --authorization https://x.example --token https://x.example --jwks https://x.example", "--deployment is missing.")]
    [InlineData("--issuer x --client-id y --authorization https://x.example --token https://x.example --jwks https://x.example --deployment 1 --frame-ancestors x.example", "--frame-ancestors takes origins")]
    [InlineData("--issuer x --client-id y --authorization https://x.example --token https://x.example --jwks https://x.example --deployment 1 --nmae x", "--nmae is not an option of this command.")]
    public Task Of_platforms_add(string arguments, string says) => Refused(PlatformCommands.AddAsync, arguments, says);

    [Theory]
    [InlineData("--all yes", "--all is not an option of this command.")]
    public Task Of_platforms_list(string arguments, string says) => Refused(PlatformCommands.ListAsync, arguments, says);

    [Theory]
    [InlineData("--issuer https://nobody.example", "There is no such platform.")]
    public Task Of_platforms_remove(string arguments, string says) => Refused(PlatformCommands.RemoveAsync, arguments, says);

    [Theory]
    [InlineData("--issuer https://nobody.example", "No platform has the issuer https://nobody.example.")]
    [InlineData("--issuer x --courses 0", "--courses must be a whole number from 1 to 5000.")]
    [InlineData("--issuer x --members many", "--members must be a whole number from 1 to 500000.")]
    public Task Of_sample(string arguments, string says) => Refused(SampleCommand.RunAsync, arguments, says);

    private async Task Refused(Func<IServiceProvider, CommandArguments, TextWriter, CancellationToken, Task> command, string arguments, string says)
    {
        await using var scope = world.Tool.Services.CreateAsyncScope();
        var exception = await Should.ThrowAsync<CommandException>(async () =>
            await command(scope.ServiceProvider, CommandArguments.Parse(arguments.Split(' ')), TextWriter.Null, CancellationToken.None));
        exception.Message.ShouldContain(says);
    }
}
