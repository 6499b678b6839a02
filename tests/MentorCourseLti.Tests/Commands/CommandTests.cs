using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Commands;

/// <summary>The administrator's door, used as an administrator uses it: each command a process.</summary>
public sealed class CommandTests(PostgresServer server)
{
    private static readonly string[] Moodle =
    [
        "--issuer", "https://moodle.example.edu", "--client-id", "abc", "--name", "Our Moodle", "--authorization", "https://moodle.example.edu/mod/lti/auth.php",
        "--token", "https://moodle.example.edu/mod/lti/token.php", "--jwks", "https://moodle.example.edu/mod/lti/certs.php", "--deployment", "1",
    ];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task An_administrator_registers_lists_samples_rotates_and_removes(DatabaseProvider provider)
    {
        using var database = await TestDatabase.OnAsync(provider, server);
        (await Run(database, ["platforms", "add", .. Moodle])).ShouldContain("Added Our Moodle: https://moodle.example.edu, client id abc, deployments 1.");
        (await Run(database, ["platforms", "add", .. Moodle, "--deployment", "2"])).ShouldContain("Changed Our Moodle");
        string list = await Run(database, "platforms", "list");
        list.ShouldContain("https://moodle.example.edu/mod/lti/token.php");
        list.Split("Our Moodle").Length.ShouldBe(2, "registering again updates, never doubles");
        (await Run(database, "sample", "--issuer", "https://moodle.example.edu", "--courses", "2", "--members", "6")).ShouldContain("Added 2 sample courses with 6 members");
        (await Run(database, "sample", "--issuer", "https://moodle.example.edu", "--courses", "3", "--members", "6")).ShouldContain("Added 1 sample courses");
        (await Run(database, "keys", "rotate")).ShouldContain("A new key signs");
        await Run(database, "platforms", "remove", "--issuer", "https://moodle.example.edu");
        // With courses it is closed, and what people wrote stays.
        (await Run(database, "platforms", "list")).ShouldContain("Our Moodle (removed)");
    }

    [Theory]
    [InlineData("dance", "There is no command \"dance\".")]
    [InlineData("platforms", "There is no command \"platforms\".")]
    [InlineData("platforms add --issuer https://x.example", "--client-id is missing.")]
    public async Task Wrong_use_says_what_is_wrong_and_ends_with_2(string command, string says)
    {
        using var database = TestDatabase.OnSqlite();
        var (code, output) = await ToolProcess.RunAsync(Settings(database), command.Split(' '));
        output.ShouldContain(says);
        output.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
        code.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_its_name()
    {
        using var database = TestDatabase.OnSqlite();
        var settings = new Dictionary<string, string?>(Settings(database), StringComparer.Ordinal) { ["MentorCourse:PublicUrl"] = "mentor.example.edu" };
        var (code, output) = await ToolProcess.RunAsync(settings);
        output.ShouldContain("MentorCourse:PublicUrl");
        output.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
        code.ShouldBe(1);
    }

    private static IReadOnlyDictionary<string, string?> Settings(TestDatabase database) => database.Settings(new Uri("https://mentor.example.edu"));

    private static async Task<string> Run(TestDatabase database, params string[] arguments)
    {
        var (code, output) = await ToolProcess.RunAsync(Settings(database), arguments);
        code.ShouldBe(0, output);
        return output;
    }
}
