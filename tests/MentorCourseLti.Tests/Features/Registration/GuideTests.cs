using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MentorCourseLti.Features.Registration;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Registration;

/// <summary>What lti-config tells administrators, held against the running application.</summary>
[Collection(OnSqlite.Name)]
public sealed partial class GuideTests(SqliteWorld world)
{
    private const string Example = "https://mentor.example.edu";

    public static TheoryData<string> Guides => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(path => Path.GetFileName(path))];

    [Fact]
    public async Task The_configuration_for_Canvas_is_the_one_that_the_tool_serves()
    {
        using var http = new HttpClient();
        string served = await http.GetStringAsync(new Uri(world.Tool.Address, "/lti/config/canvas.json"), TestContext.Current.CancellationToken);
        string root = world.Tool.Address.GetLeftPart(UriPartial.Authority);
        string file = (await File.ReadAllTextAsync(Path.Combine(Folder(), "canvas.json"), TestContext.Current.CancellationToken))
            .Replace(Example, root, StringComparison.Ordinal).Replace("mentor.example.edu", world.Tool.Address.Authority, StringComparison.Ordinal);

        JsonNode.DeepEquals(JsonNode.Parse(file), JsonNode.Parse(served)).ShouldBeTrue($"{file}\n{served}");
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_address_of_ours_in_a_guide_is_there(string guide)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), ("MentorCourse:Administration:Key", "a key of more than twenty characters"));
        foreach (Match address in Own().Matches(await ReadAsync(guide)))
        {
            using var answer = await http.GetAsync(new Uri(tool.Address, address.Groups["path"].Value), TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldNotBeOneOf([404, 500], address.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_picture_and_file_that_a_guide_names_is_there(string guide)
    {
        foreach (Match link in Link().Matches(await ReadAsync(guide)))
            File.Exists(Path.Combine(Folder(), link.Groups["path"].Value)).ShouldBeTrue($"{guide} names {link.Groups["path"].Value}");
    }

    [Fact]
    public async Task The_custom_values_for_Moodle_are_those_that_the_tool_reads()
    {
        var lines = CustomLine().Matches(await ReadAsync("moodle.md")).Select(line => (line.Groups["name"].Value, line.Groups["value"].Value)).ToList();

        lines.Count.ShouldBeGreaterThan(3);
        foreach (var (name, value) in lines)
            ToolDescription.Custom[name].ShouldBe(value);
        // Whatever is no variable of Canvas's own is among them.
        lines.Select(line => line.Item1).ShouldBe(ToolDescription.Custom.Where(pair => !pair.Value.Contains("Canvas", StringComparison.Ordinal) && !pair.Value.Contains("instructure", StringComparison.Ordinal)).Select(pair => pair.Key), ignoreOrder: true);
    }

    private static Task<string> ReadAsync(string guide) => File.ReadAllTextAsync(Path.Combine(Folder(), guide), TestContext.Current.CancellationToken);

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../../lti-config"));

    [GeneratedRegex("""https://mentor\.example\.edu(?<path>/[^`\s)]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Own();

    [GeneratedRegex("""\]\((?<path>[^)#:]+)\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("""^ {7}(?<name>[a-z_]+)=(?<value>\$\S+)$""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CustomLine();
}
