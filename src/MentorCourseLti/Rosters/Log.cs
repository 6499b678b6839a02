namespace MentorCourseLti.Rosters;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The roster of course {Course} could not be brought in line; the job tries again.")]
    public static partial void RosterFailed(ILogger log, Guid course, Exception exception);
}
