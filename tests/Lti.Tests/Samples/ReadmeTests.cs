using System.Runtime.CompilerServices;

namespace Lti.Tests.Samples;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("program")]
    [InlineData("handler")]
    [InlineData("grade")]
    [InlineData("tool")]
    [InlineData("greeter")]
    public void A_sample_of_the_readme_is_one_that_compiles(string name)
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "../../../src/Lti/README.md"));

        readme.ShouldContain(Sample(name));
    }

    private static string Sample(string name)
    {
        var lines = Directory.EnumerateFiles(Here(), "*.cs").SelectMany(File.ReadLines)
            .SkipWhile(line => !line.Trim().Equals($"// sample: {name}", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.Trim().Equals("// end", StringComparison.Ordinal))
            .ToList();
        var indent = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
