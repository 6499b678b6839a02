using Lti.Platforms;
using Microsoft.Extensions.Logging;

namespace Lti.Launching;

/// <summary>What launching logs: codes and ids; never a token, a state or a name.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Login refused: {Code}. {Detail}")]
    public static partial void LoginRefused(ILogger log, string code, string? detail);

    [LoggerMessage(2, LogLevel.Information, "Launch refused: {Code}. Platform {Platform}. {Detail}")]
    public static partial void LaunchRefused(ILogger log, string code, PlatformId? platform, string? detail);

    [LoggerMessage(3, LogLevel.Debug, "Launch opened. Platform {Platform}, deployment {Deployment}.")]
    public static partial void LaunchOpened(ILogger log, PlatformId platform, string deployment);

    [LoggerMessage(4, LogLevel.Information, "Key set {Address} read: {Count} usable keys.")]
    public static partial void KeySetFetched(ILogger log, Uri address, int count);

    [LoggerMessage(5, LogLevel.Warning, "Key set {Address} could not be read. {Problem}")]
    public static partial void KeySetFailed(ILogger log, Uri address, string problem);
}
