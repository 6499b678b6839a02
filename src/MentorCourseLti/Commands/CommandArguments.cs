using System.Globalization;

namespace MentorCourseLti.Commands;

/// <summary>The <c>--name value</c> pairs of a command. A name may come several times.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private CommandArguments()
    {
    }

    public static CommandArguments Parse(ReadOnlySpan<string> args)
    {
        var parsed = new CommandArguments();
        for (int i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                throw new CommandException($"\"{args[i]}\" is not an option: options start with --.");
            if (i + 1 == args.Length)
                throw new CommandException($"{args[i]} wants a value.");
            if (!parsed.values.TryGetValue(args[i], out var list))
                parsed.values[args[i]] = list = [];
            list.Add(args[i + 1]);
        }

        return parsed;
    }

    public string Required(string name) => Optional(name) ?? throw new CommandException($"{name} is missing.");

    public string? Optional(string name)
    {
        used.Add(name);
        return values.TryGetValue(name, out var list) ? list[^1] : null;
    }

    public IReadOnlyList<string> All(string name)
    {
        used.Add(name);
        return values.TryGetValue(name, out var list) ? list : [];
    }

    public Uri RequiredUrl(string name) => Uri.TryCreate(Required(name), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new CommandException($"{name} must be an address that starts with https:// or http://.");

    public int Number(string name, int fallback, int most)
    {
        if (Optional(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new CommandException($"{name} must be a whole number from 1 to {most}.");
    }

    /// <summary>To be called once all are read: a misspelt option is not passed over in silence.</summary>
    public void RefuseOthers()
    {
        if (values.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unknown)
            throw new CommandException($"{unknown} is not an option of this command.");
    }
}
