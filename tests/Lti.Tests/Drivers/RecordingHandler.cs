using System.Collections.Concurrent;
using Lti.Hosting;
using Lti.Launching;
using Microsoft.AspNetCore.Http;

namespace Lti.Tests.Drivers;

/// <summary>The application behind the library: spends nonces, remembers what it was given.</summary>
internal sealed class RecordingHandler : ILaunchHandler
{
    private readonly ConcurrentDictionary<string, bool> _spent = new(StringComparer.Ordinal);

    public LtiLaunch? Launch { get; private set; }

    public LaunchError? Error { get; private set; }

    /// <summary>An application that does not want the launch.</summary>
    public LaunchError? Refusal { get; set; }

    /// <summary>What was opened before is no news to the next assertion.</summary>
    public void Forget() => Launch = null;

    public ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel)
    {
        if (Refusal is not null)
            return new(new LaunchOpening.Refused(Refusal));
        if (!_spent.TryAdd(launch.Nonce, true))
            return new(new LaunchOpening.NonceAlreadySpent());
        Launch = launch;
        return new(new LaunchOpening.Opened("/s/session-1/"));
    }

    public async ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel)
    {
        Error = error;
        http.Response.StatusCode = error.Status;
        await http.Response.WriteAsync(error.Message, cancel);
    }
}
