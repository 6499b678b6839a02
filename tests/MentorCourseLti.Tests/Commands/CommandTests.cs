using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Commands;

/// <summary>The administrator's door, used as an administrator uses it.</summary>
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
        (await Administrator.DoesAsync(database, ["platforms", "add", .. Moodle])).ShouldContain("Added Our Moodle: https://moodle.example.edu, client id abc, deployments 1.");
        (await Administrator.DoesAsync(database, ["platforms", "add", .. Moodle, "--deployment", "2"])).ShouldContain("Changed Our Moodle");
        string list = await Administrator.DoesAsync(database, "platforms", "list");
        list.ShouldContain("https://moodle.example.edu/mod/lti/token.php");
        list.Split("Our Moodle").Length.ShouldBe(2, "registering again updates, never doubles");
        (await Administrator.DoesAsync(database, "sample", "--issuer", "https://moodle.example.edu", "--courses", "2", "--members", "6")).ShouldContain("Added 2 sample courses with 6 members");
        (await Administrator.DoesAsync(database, "sample", "--issuer", "https://moodle.example.edu", "--courses", "3", "--members", "6")).ShouldContain("Added 1 sample courses");
        (await Administrator.DoesAsync(database, "keys", "rotate")).ShouldContain("A new key signs");
        await Administrator.DoesAsync(database, "platforms", "remove", "--issuer", "https://moodle.example.edu");
        // With courses it is closed, and what people wrote stays.
        (await Administrator.DoesAsync(database, "platforms", "list")).ShouldContain("Our Moodle (removed)");
    }

    [Theory]
    [InlineData("dance", "There is no command \"dance\".")]
    [InlineData("platforms", "There is no command \"platforms\".")]
    public async Task Wrong_use_says_what_is_wrong_and_ends_with_2(string command, string says)
    {
        using var database = TestDatabase.OnSqlite();
        var (code, output) = await Administrator.RunAsync(database, command.Split(' '));
        output.ShouldContain(says);
        code.ShouldBe(2);
    }

    [Fact]
    public async Task The_built_program_says_at_its_prompt_what_it_did_and_what_is_wrong()
    {
        using var database = TestDatabase.OnSqlite();
        var settings = database.Settings(new Uri("https://mentor.example.edu"));
        var (code, output) = await ToolProcess.RunAsync(settings, ["platforms", "add", .. Moodle]);
        (code, output.Trim()).ShouldBe((0, "Added Our Moodle: https://moodle.example.edu, client id abc, deployments 1."));

        (code, output) = await ToolProcess.RunAsync(settings, "platforms", "add", "--issuer", "https://x.example");
        (code, output.Trim()).ShouldBe((2, "--client-id is missing."), "a stack trace is no message");
    }

    [Fact]
    public async Task It_starts_as_developers_start_it_too_where_every_service_is_looked_at()
    {
        using var database = TestDatabase.OnSqlite();
        var settings = new Dictionary<string, string?>(database.Settings(new Uri("https://mentor.example.edu")), StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
        var (code, output) = await ToolProcess.RunAsync(settings, "platforms", "list");
        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_its_name()
    {
        using var database = TestDatabase.OnSqlite();
        var settings = new Dictionary<string, string?>(database.Settings(new Uri("https://mentor.example.edu")), StringComparer.Ordinal) { ["MentorCourse:PublicUrl"] = "mentor.example.edu" };
        var (code, output) = await ToolProcess.RunAsync(settings);
        output.ShouldContain("MentorCourse:PublicUrl");
        output.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
        code.ShouldBe(1);
    }
}
