using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Lti.Hosting;
using PublicApiGenerator;

namespace Lti.Tests;

/// <summary>The library as others get it.</summary>
public sealed class PackageTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [Fact]
    public async Task The_public_API_is_the_one_that_was_approved()
    {
        var approved = Path.Combine(Library(), "PublicApi.txt");
        var now = typeof(LtiOptions).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (Environment.GetEnvironmentVariable("APPROVE") is "1")
            await File.WriteAllTextAsync(approved, now, TestContext.Current.CancellationToken);

        // A change on purpose is approved by APPROVE=1 ./dev test Lti.Tests, and read in the diff.
        (await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken)).ShouldBe(now);
    }

    [Fact]
    public async Task It_packs_without_warnings_with_its_readme_and_its_documentation()
    {
        var folder = Directory.CreateTempSubdirectory("lti-package-");
        try
        {
            (await PackAsync(folder.FullName)).ShouldNotContain("warn", Case.Insensitive);

            using var package = ZipFile.OpenRead(folder.GetFiles("*.nupkg").Single().FullName);
            package.Entries.Select(entry => entry.FullName).ShouldBeSubsetOf(
                ["_rels/.rels", "[Content_Types].xml", "MentorCourse.Lti.nuspec", "README.md", "lib/net10.0/Lti.dll", "lib/net10.0/Lti.xml", .. package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("package/", StringComparison.Ordinal))]);
            package.GetEntry("README.md").ShouldNotBeNull();
            await using var documentation = await package.GetEntry("lib/net10.0/Lti.xml").ShouldNotBeNull().OpenAsync(TestContext.Current.CancellationToken);
            var documented = (await XDocument.LoadAsync(documentation, LoadOptions.None, TestContext.Current.CancellationToken))
                .Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
            typeof(LtiOptions).Assembly.GetExportedTypes().Select(type => $"T:{type.FullName!.Replace('+', '.')}").Except(documented, StringComparer.Ordinal).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PackAsync(string to)
    {
        using var pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", Library(), "--no-build", "-c", Configuration, "-o", to, "-nologo", "-nodeReuse:false"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await pack.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pack.WaitForExitAsync(TestContext.Current.CancellationToken);
        pack.ExitCode.ShouldBe(0, said);
        return said;
    }

    private static string Library([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../src/Lti"));
}
