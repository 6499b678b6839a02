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
        var settings = Settings(database);
        (await ToolProcess.RunAsync(settings, "platforms", "list")).ShouldBe((0, "No platforms yet. Add one with: platforms add --issuer ... (see help)\n"));
        (await Run(settings, ["platforms", "add", .. Moodle])).ShouldContain("Added Our Moodle: https://moodle.example.edu, client id abc, deployments 1.");
        (await Run(settings, ["platforms", "add", .. Moodle, "--deployment", "2"])).ShouldContain("Changed Our Moodle");

        string list = await Run(settings, "platforms", "list");
        list.ShouldContain("https://moodle.example.edu/mod/lti/token.php");
        list.Split("Our Moodle").Length.ShouldBe(2, "registering again updates, never doubles");
        (await Run(settings, "sample", "--issuer", "https://moodle.example.edu", "--courses", "2", "--members", "6")).ShouldContain("Added 2 sample courses with 6 members");
        (await Run(settings, "sample", "--issuer", "https://moodle.example.edu", "--courses", "3", "--members", "6")).ShouldContain("Added 1 sample courses");
        (await Run(settings, "keys", "rotate")).ShouldContain("A new key signs");
        await Run(settings, "platforms", "remove", "--issuer", "https://moodle.example.edu");
        // With courses it is closed, and what people wrote stays.
        (await Run(settings, "platforms", "list")).ShouldContain("Our Moodle (removed)");
    }

    [Theory]
    [InlineData("platforms add --issuer https://x.example", "--client-id is missing.")]
    [InlineData("platforms add --issuer", "--issuer wants a value.")]
    [InlineData("platforms add issuer x", "\"issuer\" is not an option: options start with --.")]
    [InlineData("platforms add --issuer x --client-id y --authorization nowhere", "--authorization must be an address that starts with https:// or http://.")]
    [InlineData("platforms list --all yes", "--all is not an option of this command.")]
    [InlineData("platforms remove --issuer https://nobody.example", "https://nobody.example")]
    [InlineData("platforms", "There is no command \"platforms\".")]
    [InlineData("dance", "There is no command \"dance\".")]
    [InlineData("sample --issuer https://nobody.example", "No platform has the issuer https://nobody.example.")]
    [InlineData("sample --issuer x --courses 0", "--courses must be a whole number from 1 to 5000.")]
    [InlineData("sample --issuer x --members many", "--members must be a whole number from 1 to 500000.")]
    public async Task Wrong_use_says_what_is_wrong_and_ends_with_2(string command, string says)
    {
        using var database = TestDatabase.OnSqlite();
        var (code, output) = await ToolProcess.RunAsync(Settings(database), command.Split(' '));
        output.ShouldContain(says);
        code.ShouldBe(2);
        output.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
    }

    [Fact]
    public async Task Plain_http_platforms_want_a_word_of_consent()
    {
        using var database = TestDatabase.OnSqlite();
        var settings = new Dictionary<string, string?>(Settings(database), StringComparer.Ordinal) { ["MentorCourse:AllowPrivateNetworks"] = "false" };
        var (code, output) = await ToolProcess.RunAsync(settings, ["platforms", "add", .. Moodle.Select(value => value.Replace("https:", "http:", StringComparison.Ordinal))]);
        code.ShouldBe(2);
        output.ShouldContain("AllowPrivateNetworks");
    }

    [Theory]
    [InlineData("MentorCourse:PublicUrl", "", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:PublicUrl", "mentor.example.edu", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:PublicUrl", "http://mentor.example.edu", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:Database:Provider", "Oracle", "MentorCourse:Database:Provider")]
    [InlineData("MentorCourse:Database:Provider", "Postgres", "ConnectionStrings:MentorCourse")]
    [InlineData("ConnectionStrings:MentorCourse", "Nonsense=1;", "ConnectionStrings:MentorCourse")]
    [InlineData("MentorCourse:DefaultTimeZone", "Mars/Olympus", "MentorCourse:DefaultTimeZone")]
    [InlineData("MentorCourse:VisitHours", "0", "MentorCourse:VisitHours")]
    [InlineData("MentorCourse:VisitHours", "long", "VisitHours")]
    [InlineData("MentorCourse:DeliveryLanes", "1000", "MentorCourse:DeliveryLanes")]
    [InlineData("MentorCourse:AllowPrivateNetworks", "perhaps", "AllowPrivateNetworks")]
    public async Task A_wrong_setting_stops_the_start_with_its_name(string setting, string value, string named)
    {
        using var database = TestDatabase.OnSqlite();
        var settings = new Dictionary<string, string?>(Settings(database), StringComparer.Ordinal) { ["MentorCourse:AllowPrivateNetworks"] = "false" };
        if (setting == "MentorCourse:Database:Provider" && value == "Postgres")
            settings["ConnectionStrings:MentorCourse"] = "";
        settings[setting] = value;
        var (code, output) = await ToolProcess.RunAsync(settings);
        output.ShouldContain(named);
        output.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
        code.ShouldBe(1);
    }

    private static IReadOnlyDictionary<string, string?> Settings(TestDatabase database) => database.Settings(new Uri("https://mentor.example.edu"));

    private static async Task<string> Run(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var (code, output) = await ToolProcess.RunAsync(settings, arguments);
        code.ShouldBe(0, output);
        return output;
    }
}
