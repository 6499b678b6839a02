using System.Diagnostics.CodeAnalysis;

namespace Lti.Platforms;

/// <summary>The tool's own id of one registration. Never sent to a platform.</summary>
/// <param name="Value">A version 7 guid.</param>
public readonly record struct PlatformId(Guid Value) : IParsable<PlatformId>
{
    /// <summary>Makes an id that sorts by time.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>A new id.</returns>
    public static PlatformId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new PlatformId(Guid.CreateVersion7(time.GetUtcNow()));
    }

    /// <inheritdoc />
    public static PlatformId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlatformId result)
    {
        var known = Guid.TryParse(s, provider, out var value);
        result = new PlatformId(value);
        return known;
    }

    /// <summary>The guid in its usual, dashed form.</summary>
    /// <returns>36 characters.</returns>
    public override string ToString() => Value.ToString();
}
