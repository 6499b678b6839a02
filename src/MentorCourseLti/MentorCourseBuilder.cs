using Lti.Hosting;
using Lti.Keys;
using Lti.Platforms;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features;
using MentorCourseLti.Features.Calendar;
using MentorCourseLti.Features.Launch;
using MentorCourseLti.Features.Registration;
using MentorCourseLti.Features.Reminders;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.KeyRing;
using MentorCourseLti.Hosting.Metrics;
using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Jobs;
using MentorCourseLti.Reminders;
using MentorCourseLti.Rosters;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace MentorCourseLti;

/// <summary>Puts the application together.</summary>
public static class MentorCourseBuilder
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Named, so that the pages are found when another program hosts us.
        string name = typeof(MentorCourseBuilder).Assembly.GetName().Name!;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = name, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        var (options, database) = Settings.Read(builder.Configuration);
        Language.Use();
        AddServices(builder, options, database);

        var app = builder.Build();
        UsePipeline(app, options);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, MentorCourseOptions options, DatabaseOptions database)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.LargestBody;
        });
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(TimeProvider.System);
        services.AddCourseDb(database);
        services.AddSingleton(Settings.Files(options, database));
        services.AddSingleton<FileStore>();
        services.AddKeyRing(options.KeyRing);

        services.AddSingleton<PlatformStore>();
        services.AddSingleton<IPlatformStore>(provider => provider.GetRequiredService<PlatformStore>());
        services.AddSingleton<IToolKeyStore, ToolKeyStore>();
        services.AddScoped<ILaunchHandler, LaunchHandler>();
        services.AddScoped<IRegistrationHandler, RegistrationHandler>();
        services.AddScoped<Invitations>();
        services.AddLti(lti => (lti.PublicUrl, lti.AllowPrivateNetworks, lti.UserAgent) = (options.PublicUri, options.AllowPrivateNetworks, "MentorCourse/1.0"));

        services.AddFeatures();
        services.AddVisits();
        services.AddSingleton<CourseMetrics>();
        services.AddDelivery();
        services.AddRosters();
        services.AddReminders();
        services.AddJobs(database);
        services.AddHealth();
        services.AddSingleton<Assets>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
    }

    private static void UsePipeline(WebApplication app, MentorCourseOptions options)
    {
        bool isHttps = options.PublicUri.Scheme == Uri.UriSchemeHttps;
        app.UseSecurityHeaders(isHttps);
        app.UseExceptionHandler(errors =>
        {
            // Whatever the answer was to be has been cleared, its headers too.
            errors.UseSecurityHeaders(isHttps);
            errors.Run(http => RefusalPage.WriteAsync(http, Refusal.Of(RequestLimits.StatusOf(http))));
        });
        app.UseForwardedHeaders();
        app.UseStatusCodePages(context => RefusalPage.WriteAsync(context.HttpContext, Refusal.Of(context.HttpContext.Response.StatusCode)));
        app.UseAssets();
        app.UseRequestLimits(app.Services.GetRequiredService<FilesOptions>().MostBytes);
        app.UseMiddleware<VisitMiddleware>();
        app.UseFrameAncestors();
        app.UseRouting();
        app.UseLongPageCompression();

        app.MapLti();
        app.MapHealth();
        app.MapMetrics(options);
        app.MapCanvasConfiguration(options);
        app.MapInvitationPage(options);
        app.MapNewTab();
        app.MapCalendar();
        app.MapUnsubscribe();
        app.MapCapsuleWorker();
        app.MapRazorPages();
    }
}
