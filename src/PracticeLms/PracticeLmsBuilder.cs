using System.Text;
using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms;

/// <summary>Puts the practice LMS together, for the command line and for tests that host it in their own process.</summary>
public static class PracticeLmsBuilder
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--data"] = "PracticeLms:Data",
        ["--tool"] = "PracticeLms:Tool",
        ["--public-url"] = "PracticeLms:PublicUrl",
        ["--courses"] = "PracticeLms:Courses",
        ["--members"] = "PracticeLms:Members",
        ["--links"] = "PracticeLms:Links",
        ["--manner"] = "PracticeLms:Manner",
    };

    /// <exception cref="OptionsException">A setting is wrong; the message names it.</exception>
    public static WebApplication Build(string[] args, Action<PracticeLmsOptions>? configure = null)
    {
        // An empty builder: settings files and ASPNETCORE_URLS around a test belong to somebody else.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(PracticeLmsBuilder).Assembly.GetName().Name });
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(args, Switches);
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning)
            // It warns that keys are kept unencrypted: here they guard nothing.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A start that fails throws; once is enough.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost
            .UseUrls(builder.Configuration["urls"] ?? "http://localhost:5081")
            .UseKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = 1_000_000;
                // Moodle's Link headers have typographic quotes in them.
                kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
            });

        var options = Read(builder.Configuration);
        configure?.Invoke(options);
        if (options.Faults().ToList() is [_, ..] faults) throw new OptionsException(string.Join(Environment.NewLine, faults));

        builder.Services.AddPracticeLms(options, CampusBuilder.Build(options));

        var app = builder.Build();
        app.UsePracticeLms();
        return app;
    }

    private static PracticeLmsOptions Read(ConfigurationManager configuration)
    {
        try
        {
            return configuration.GetSection("PracticeLms").Get<PracticeLmsOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsException(unreadable.Message, unreadable);
        }
    }
}
