namespace PracticeLms.Courses;

/// <summary>What a tool said of itself when it registered (dynamic registration 1.0, 2.2).</summary>
public sealed record RegisteredTool
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public required string Target { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> Messages { get; init; } = [];

    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Moodle holds a tool that registered itself back until its administrator activates it.</summary>
    public bool IsPending { get; init; }
}
