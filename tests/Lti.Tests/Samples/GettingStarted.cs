using Lti.Grades;
using Lti.Hosting;
using Lti.Keys;
using Lti.Launching;
using Lti.Platforms;
using Lti.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lti.Tests.Samples;

/// <summary>The samples of src/Lti/README.md, compiled.</summary>
internal static class GettingStarted
{
    public static void Program<TPlatforms, TKeys>(string[] args)
        where TPlatforms : class, IPlatformStore
        where TKeys : class, IToolKeyStore
    {
        // sample: program
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddLti(options => options.PublicUrl = new Uri("https://tool.example.edu"));
        builder.Services.AddScoped<IPlatformStore, TPlatforms>();
        builder.Services.AddScoped<IToolKeyStore, TKeys>();
        builder.Services.AddScoped<ILaunchHandler, Launches>();

        var app = builder.Build();
        app.MapLti();
        app.Run();
        // end
    }

    // sample: handler
    internal sealed class Launches(INonces nonces) : ILaunchHandler
    {
        public async ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel)
        {
            if (!await nonces.TrySpendAsync(launch.Platform.Id, launch.Nonce, launch.NonceExpiresAt, cancel))
                return new LaunchOpening.NonceAlreadySpent();

            return new LaunchOpening.Opened(launch.Roles.IsInstructor ? "/teach" : "/learn");
        }

        public async ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel)
        {
            http.Response.StatusCode = error.Status;
            await http.Response.WriteAsync($"{error.Message} ({error.Code})", cancel);
        }
    }
    // end

    // sample: grade
    public static async Task<string> SendGradeAsync(GradeService grades, Platform platform, Uri lineItem, TimeProvider time, CancellationToken cancel)
    {
        var score = new Score { UserId = "3", ScoreGiven = 18, ScoreMaximum = 20, Comment = "Well seen.", Timestamp = time.GetUtcNow() };
        return await grades.SendScoreAsync(platform, lineItem, score, cancel) switch
        {
            ServiceAnswer<Accepted>.Ok => "It stands in the gradebook.",
            ServiceAnswer<Accepted>.TryLater later => $"{later.Reason} Next try in {later.RetryAfter ?? TimeSpan.FromMinutes(1)}.",
            ServiceAnswer<Accepted>.Refused { Status: 409 } => "The gradebook holds something newer: read the result first.",
            ServiceAnswer<Accepted>.Refused refused => refused.Reason,
            _ => throw new InvalidOperationException("Answers are closed."),
        };
    }
    // end

    internal interface INonces
    {
        ValueTask<bool> TrySpendAsync(PlatformId platform, string nonce, DateTimeOffset until, CancellationToken cancel);
    }
}
