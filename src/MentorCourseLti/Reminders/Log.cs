namespace MentorCourseLti.Reminders;

internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "The reminders of course {Course} could not be written; the next tick tries again")]
    public static partial void RoundFailed(ILogger log, Guid course, Exception exception);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The mail server is away or does not let us in: {Trouble}")]
    public static partial void ServerAway(ILogger log, string trouble);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "The connection to the mail server was lost in the middle of a message: {Trouble}")]
    public static partial void ConnectionLost(ILogger log, string trouble);
}
