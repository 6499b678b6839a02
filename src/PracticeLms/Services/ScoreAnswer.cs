namespace PracticeLms.Services;

/// <summary>The answer to a score that was taken: where its result is.</summary>
public sealed record ScoreAnswer(string ResultUrl);
