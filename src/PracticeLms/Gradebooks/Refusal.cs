namespace PracticeLms.Gradebooks;

/// <summary>Why a request of the tool is not followed: an HTTP status and a sentence.</summary>
public sealed record Refusal(int Status, string Reason);
