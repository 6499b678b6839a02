using Lti.Platforms;
using Microsoft.Extensions.Logging;

namespace Lti.Services;

/// <summary>What services log: platforms, addresses and statuses; never a token, a person or a grade.</summary>
internal static partial class Log
{
    [LoggerMessage(40, LogLevel.Information, "Access token of platform {Platform}: {Outcome}. {Reason}")]
    public static partial void TokenAnswered(ILogger log, PlatformId platform, string outcome, string? reason);

    [LoggerMessage(41, LogLevel.Information, "{Method} at platform {Platform} answered 401: the token is dropped, a new one tried once.")]
    public static partial void TokenRejected(ILogger log, PlatformId platform, HttpMethod method);

    [LoggerMessage(42, LogLevel.Warning, "{Method} at platform {Platform} failed: {Reason}")]
    public static partial void CallFailed(ILogger log, PlatformId platform, HttpMethod method, string reason);
}
