namespace MentorCourseLti.Delivery;

internal static partial class Log
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "Could not look for grades to deliver; the next tick tries again")]
    public static partial void ClaimFailed(ILogger log, Exception exception);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Warning, Message = "Leases of the run before could not be ended; they run out within a minute")]
    public static partial void LeasesLeft(ILogger log, Exception exception);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "Reading the gradebook column {Column} back failed")]
    public static partial void ReadBackFailed(ILogger log, Guid column, Exception exception);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Error, Message = "Counting the participation grades of course {Course} failed; the next hour tries again")]
    public static partial void ParticipationFailed(ILogger log, Guid course, Exception exception);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "Delivering the grades of course {Course} broke off; the next tick goes on")]
    public static partial void LaneFailed(ILogger log, Guid course, Exception exception);
}
