namespace MentorCourseLti.Features.Archive;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A download broke off on our side; its file is not whole, and whoever asked for it can begin again.")]
    public static partial void DownloadBroke(ILogger log, Exception exception);
}
