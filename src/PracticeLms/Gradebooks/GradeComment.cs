namespace PracticeLms.Gradebooks;

/// <summary>One comment on a grade, in the tool's words: text from outside, encoded wherever it is shown.</summary>
public sealed record GradeComment(string Text, DateTimeOffset At);
