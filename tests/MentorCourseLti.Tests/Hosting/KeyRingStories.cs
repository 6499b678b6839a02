using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lti.Keys;
using MentorCourseLti.Commands;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Hosting;

/// <summary>The key ring in the database protects the tool's private keys; something outside of the database protects the ring.</summary>
public sealed class KeyRingStories : IDisposable
{
    private const string KeyFileSetting = "MentorCourse:KeyRing:KeyFile";
    private const string CertificateSetting = "MentorCourse:KeyRing:CertificateFiles:0";

    private readonly string folder = Directory.CreateTempSubdirectory("key-ring-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task With_a_key_file_nothing_in_the_database_opens_the_tools_keys()
    {
        string file = await MakesFile("ring.key");
        await using var tool = await ToolHost.StartAsync(TestDatabase.OnSqlite(), (KeyFileSetting, file));
        await KeyOf(tool);

        (await Ring(tool)).ShouldNotBeEmpty();
        (await Ring(tool)).ShouldAllBe(xml => !xml.Contains("<masterKey", StringComparison.Ordinal) && xml.Contains("sealedByKeyFile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lay_open_is_sealed_at_the_next_start_and_the_same_key_signs()
    {
        var database = TestDatabase.OnSqlite();
        string before;
        await using (var open = await ToolHost.StartAsync(database.Lent()))
        {
            before = await KeyOf(open);
            (await Ring(open)).ShouldContain(xml => xml.Contains("<masterKey", StringComparison.Ordinal));
        }

        string file = await MakesFile("ring.key");
        await using var tool = await ToolHost.StartAsync(database, (KeyFileSetting, file));
        (await Ring(tool)).ShouldAllBe(xml => !xml.Contains("<masterKey", StringComparison.Ordinal));
        (await KeyOf(tool)).ShouldBe(before);
    }

    [Fact]
    public async Task A_new_key_above_the_old_one_opens_what_the_old_one_sealed()
    {
        var database = TestDatabase.OnSqlite();
        string file = await MakesFile("ring.key"), newer = await MakesFile("newer.key");
        string before;
        await using (var first = await ToolHost.StartAsync(database.Lent(), (KeyFileSetting, file)))
            before = await KeyOf(first);
        await File.WriteAllLinesAsync(file, [.. await File.ReadAllLinesAsync(newer, TestContext.Current.CancellationToken), .. await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)], TestContext.Current.CancellationToken);

        await using var tool = await ToolHost.StartAsync(database, (KeyFileSetting, file));
        (await KeyOf(tool)).ShouldBe(before);
    }

    [Fact]
    public async Task With_another_file_the_tool_starts_with_a_key_of_its_own()
    {
        var database = TestDatabase.OnSqlite();
        string before;
        await using (var first = await ToolHost.StartAsync(database.Lent(), (KeyFileSetting, await MakesFile("ring.key"))))
            before = await KeyOf(first);

        using var log = new LogBook();
        await using var tool = await ToolHost.StartAsync(database, log, (KeyFileSetting, await MakesFile("other.key")));
        (await KeyOf(tool)).ShouldNotBe(before);
        log.Text.ShouldContain("is not in the file that MentorCourse:KeyRing:KeyFile names");
    }

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public async Task A_certificate_does_the_same(string kind)
    {
        string file = MakesCertificate(kind);
        var database = TestDatabase.OnSqlite();
        string before;
        await using (var first = await ToolHost.StartAsync(database.Lent(), (CertificateSetting, file)))
        {
            before = await KeyOf(first);
            (await Ring(first)).ShouldAllBe(xml => !xml.Contains("<masterKey", StringComparison.Ordinal));
        }

        await using var tool = await ToolHost.StartAsync(database, (CertificateSetting, file));
        (await KeyOf(tool)).ShouldBe(before);
    }

    [Theory]
    [InlineData(KeyFileSetting, "none.key", null)]
    [InlineData(KeyFileSetting, "bad.key", "not base64!")]
    [InlineData(KeyFileSetting, "short.key", "AAAA")]
    [InlineData(KeyFileSetting, "empty.key", "# nothing")]
    [InlineData(CertificateSetting, "none.pfx", null)]
    [InlineData(CertificateSetting, "bad.pfx", "no certificate")]
    [InlineData(CertificateSetting, "bad.pem", "no certificate")]
    public async Task A_file_that_is_none_stops_the_start_with_the_settings_name(string setting, string name, string? content)
    {
        string path = Path.Combine(folder, name);
        if (content is not null)
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        var fault = await Should.ThrowAsync<Exception>(() => ToolHost.StartAsync(TestDatabase.OnSqlite(), (setting, path)));
        fault.Message.ShouldContain(setting.Replace(":0", "", StringComparison.Ordinal));
        fault.Message.ShouldContain(name);
    }

    [Fact]
    public async Task A_key_file_is_its_owners_alone_and_never_overwritten()
    {
        string file = await MakesFile("ring.key");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Should.ThrowAsync<CommandException>(() => MakesFile("ring.key"));
    }

    private async Task<string> MakesFile(string name)
    {
        string path = Path.Combine(folder, name);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await KeyCommands.MakeFileAsync(services, CommandArguments.Parse(["--to", path]), TextWriter.Null, CancellationToken.None);
        return path;
    }

    private string MakesCertificate(string kind)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        string path = Path.Combine(folder, "ring" + kind);
        if (kind == ".pfx")
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12));
        else
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    private static async Task<string> KeyOf(ToolHost tool) => (await tool.Services.GetRequiredService<ToolKeys>().SigningKeyAsync(CancellationToken.None)).Kid;

    private static Task<List<string>> Ring(ToolHost tool) => tool.AskAsync(db => db.DataProtectionKeys.Select(row => row.Xml).ToListAsync());
}
