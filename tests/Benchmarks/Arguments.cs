using System.Globalization;

namespace Benchmarks;

/// <summary>What follows the name of a benchmark: <c>--name value</c> pairs.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    public static Arguments Parse(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments();
        for (int i = 0; i + 1 < args.Length; i += 2)
            arguments.given[args[i].TrimStart('-')] = args[i + 1];
        return arguments;
    }

    public string? Optional(string name) => given.GetValueOrDefault(name);

    public string Required(string name) => Optional(name) ?? throw new InvalidOperationException($"--{name} is missing.");

    public int Number(string name, int fallback) => Optional(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
