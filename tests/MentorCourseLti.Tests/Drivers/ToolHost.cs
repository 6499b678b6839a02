using MentorCourseLti.Commands;
using MentorCourseLti.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>The application in this process, on a port of its own, with a database of its own.</summary>
public sealed class ToolHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ToolHost(WebApplication app, Uri address, TestDatabase database) => (this.app, Address, Database) = (app, address, database);

    public Uri Address { get; }

    public TestDatabase Database { get; }

    public IServiceProvider Services => app.Services;

    public static Task<ToolHost> StartAsync(TestDatabase database, params (string Name, string Value)[] settings) =>
        StartAsync(database, FreePort.Address(), settings);

    public static Task<ToolHost> StartAsync(TestDatabase database, Uri address, params (string Name, string Value)[] settings) => StartAsync(database, address, builder =>
    {
        builder.Configuration["Logging:LogLevel:Default"] = "Error";
        // It reports duplicates that the application expects and handles.
        builder.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None";
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
    });

    /// <summary>Logs what it logs as it is shipped.</summary>
    public static Task<ToolHost> StartAsync(TestDatabase database, LogBook log, params (string Name, string Value)[] settings) => StartAsync(database, FreePort.Address(), builder =>
    {
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
    });

    private static async Task<ToolHost> StartAsync(TestDatabase database, Uri address, Action<WebApplicationBuilder> configure)
    {
        var built = MentorCourseBuilder.Build(["--urls", address.GetLeftPart(UriPartial.Authority)], builder =>
        {
            builder.Configuration.AddInMemoryCollection(database.Settings(address));
            configure(builder);
        });
        await DatabaseSetup.MigrateAsync(built.Services, CancellationToken.None);
        await built.StartAsync();
        return new ToolHost(built, address, database);
    }

    public Task RegisterAsync(LmsHost lms) => RegisterAsync(lms.Registration);

    /// <summary>As an administrator does it: by the command.</summary>
    public async Task RegisterAsync(IEnumerable<string> arguments)
    {
        await using var scope = Services.CreateAsyncScope();
        await PlatformCommands.AddAsync(scope.ServiceProvider, CommandArguments.Parse([.. arguments]), TextWriter.Null, CancellationToken.None);
    }

    /// <summary>Looks into the database, or changes it behind the application's back.</summary>
    public async Task<T> AskAsync<T>(Func<CourseDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CourseDb>());
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Database.Dispose();
    }
}
