namespace MentorCourseLti.Delivery;

/// <summary>One message as it went to the LMS.</summary>
/// <param name="Timestamp">The time inside the message, which orders it among its cell's messages.</param>
/// <param name="TakesBack">It takes out of the cell the score that was sent before.</param>
public sealed record SentGrade(int Version, decimal? Score, decimal OutOf, string Comment, int Attempt, DateTimeOffset Timestamp, bool TakesBack = false);
