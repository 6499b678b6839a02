using Lti.Grades;
using Lti.Hosting;
using Lti.Launching;
using Lti.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lti.Tests.Samples;

/// <summary>The whole tool of src/Lti/README.md, compiled: a person who opens the link has full marks for coming.</summary>
internal static class SampleTool
{
    public static WebApplication Build(string[] args)
    {
        // sample: tool
        var builder = WebApplication.CreateBuilder(args);
        var (own, lms) = (builder.Configuration["urls"] ?? "http://localhost:5080", builder.Configuration["lms"] ?? "http://localhost:5081");
        builder.Services.AddLti(options => (options.PublicUrl, options.AllowPrivateNetworks) = (new Uri(own), true));
        builder.Services.AddScoped<ILaunchHandler, Greeter>();
        builder.Services.AddLtiInMemory(new Platform
        {
            Id = PlatformId.New(TimeProvider.System),
            Name = "Practice LMS",
            Issuer = lms,
            ClientId = "mentor-course",
            AuthorizationEndpoint = new Uri($"{lms}/lti/authorize"),
            TokenEndpoint = new Uri($"{lms}/lti/token"),
            JwksUri = new Uri($"{lms}/lti/jwks"),
            Deployments = ["1"],
        });

        var app = builder.Build();
        app.MapLti();
        app.MapGet("/hello", (string name) => $"Hello, {name}!");
        // end
        return app;
    }

    // sample: greeter
    internal sealed class Greeter(InMemoryStores stores, GradeService grades, TimeProvider time) : ILaunchHandler
    {
        public async ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel)
        {
            if (!stores.TrySpend(launch))
                return new LaunchOpening.NonceAlreadySpent();
            if (launch is { Roles.IsInstructor: false, Ags: { MayScore: true, LineItem: { } column } })
                await grades.SendScoreAsync(launch.Platform, column, new Score { UserId = launch.Subject, ScoreGiven = 1, ScoreMaximum = 1, Timestamp = time.GetUtcNow() }, cancel);
            return new LaunchOpening.Opened($"/hello?name={Uri.EscapeDataString(launch.Person.DisplayName ?? "you")}");
        }

        public async ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel)
        {
            http.Response.StatusCode = error.Status;
            await http.Response.WriteAsync($"{error.Message} ({error.Code})", cancel);
        }
    }
    // end
}
