using Microsoft.Extensions.Logging;

namespace Lti.Keys;

/// <summary>What keys log: their ids.</summary>
internal static partial class Log
{
    [LoggerMessage(20, LogLevel.Information, "Signing key {KeyId} made.")]
    public static partial void KeyMade(ILogger log, string keyId);

    [LoggerMessage(21, LogLevel.Information, "Signing key {KeyId} stops signing at {At}.")]
    public static partial void KeyRetired(ILogger log, string keyId, DateTimeOffset at);

    [LoggerMessage(22, LogLevel.Information, "Signing key {KeyId} removed after its overlap.")]
    public static partial void KeyRemoved(ILogger log, string keyId);

    [LoggerMessage(23, LogLevel.Error, "Signing key {KeyId} cannot be opened: data protection's key ring has changed. It is passed over.")]
    public static partial void KeyUnreadable(ILogger log, string keyId, Exception problem);
}
