using System.IO.Compression;
using System.Text.Json.Nodes;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Data.Backups;

/// <summary>What is no whole backup of a version we know is refused in a sentence, and nothing was changed.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Sample = new(MakeSampleAsync);

    private readonly TestDatabase source = TestDatabase.OnSqlite();
    private readonly TestDatabase target = TestDatabase.OnSqlite();
    private readonly string folder = Directory.CreateTempSubdirectory("mentor-course-backup-").FullName;

    public static TheoryData<string, Action<string>, string> Wrong => new()
    {
        { "cut in the middle", path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..4000]), "damaged" },
        { "no archive at all", path => File.WriteAllText(path, "Dear diary"), "damaged" },
        { "an empty file", path => File.WriteAllBytes(path, []), "damaged" },
        { "one that broke off", path => Change(path, archive => archive.GetEntry("manifest.json")!.Delete()), "no manifest" },
        { "a table that is gone", path => Change(path, archive => archive.GetEntry("tables/Members.jsonl")!.Delete()), "tables/Members.jsonl is missing" },
        { "a table that somebody changed", path => Change(path, archive => Replace(archive, "tables/Members.jsonl", text => text.Replace("Amber", "Amper", StringComparison.Ordinal))), "tables/Members.jsonl is not what was written" },
        { "a manifest that is none", path => Change(path, archive => Replace(archive, "manifest.json", _ => "{")), "damaged" },
        { "a newer layout", path => Change(path, archive => Replace(archive, "manifest.json", text => Edit(text, manifest => manifest["Format"] = 99))), "newer version of Mentor Course" },
        { "a newer database", path => Change(path, archive => Replace(archive, "manifest.json", text => Edit(text, manifest => manifest["Migration"] = "FromTheFuture"))), "newer version of Mentor Course" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_damaged_or_newer_backup_is_refused_and_nothing_changed(string what, Action<string> spoil, string says)
    {
        string backup = Path.Combine(folder, "spoilt.backup");
        await File.WriteAllBytesAsync(backup, await Sample.Value, TestContext.Current.CancellationToken);
        spoil(backup);
        var (code, output) = await Administrator.RunAsync(target, "restore", "--from", backup);
        code.ShouldBe(1, what);
        output.ShouldContain(says);
        File.Exists(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(target.ConnectionString).DataSource).ShouldBeFalse("nothing was begun");
    }

    [Fact]
    public async Task A_database_with_courses_is_not_overwritten_unless_that_is_said()
    {
        string backup = await BackUpSampleAsync();
        await Administrator.DoesAsync(source, "sample", "--issuer", "https://moodle.example.edu", "--courses", "3");
        var (code, output) = await Administrator.RunAsync(source, "restore", "--from", backup);
        (code, output.Contains("--replace yes", StringComparison.Ordinal)).ShouldBe((1, true), output);
        (await Administrator.DoesAsync(source, "platforms", "list")).ShouldContain("courses        3");

        await Administrator.DoesAsync(source, "restore", "--from", backup, "--replace", "yes");
        (await Administrator.DoesAsync(source, "platforms", "list")).ShouldContain("courses        1");
    }

    [Fact]
    public async Task What_was_noted_is_in_a_backup_and_a_restore_replaces_it()
    {
        await BackUpSampleAsync();
        await NoteAsync("before");
        string backup = Path.Combine(folder, "noted.backup");
        await Administrator.DoesAsync(source, "backup", "--to", backup);
        await NoteAsync("after");
        await Administrator.DoesAsync(source, "restore", "--from", backup, "--replace", "yes");
        (await NoteAsync("anew")).ShouldBe(["before", "anew"]);
    }

    [Fact]
    public async Task A_backup_is_its_owners_alone_and_a_failed_one_leaves_nothing()
    {
        string backup = await BackUpSampleAsync();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await Administrator.RunAsync(source, "backup", "--to", Path.Combine(folder, "nowhere", "x.backup"))).Output.ShouldContain("There is no folder");
        Directory.GetFiles(folder).ShouldBe([backup]);
        // Into a folder it gets a name with the time.
        await Administrator.DoesAsync(source, "backup", "--to", folder);
        Directory.GetFiles(folder, "mentor-course-*.backup").Length.ShouldBe(1);
    }

    public void Dispose()
    {
        source.Dispose();
        target.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Returns all that is noted, in order.</summary>
    private async Task<IReadOnlyList<string?>> NoteAsync(string thing)
    {
        await using var alone = await DatabaseAlone.OpenAsync(source);
        return await alone.AskAsync(async db =>
        {
            var member = await db.Members.FirstAsync();
            db.Add(new AuditEntry { CourseId = member.CourseId, At = TimeProvider.System.GetUtcNow(), ActorId = member.Id, ActorRole = member.Role, Act = AuditAct.RubricChanged, Thing = thing });
            await db.SaveChangesAsync();
            return await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Thing).ToListAsync();
        });
    }

    private static async Task<byte[]> MakeSampleAsync()
    {
        using var tests = new BackupTests();
        return await File.ReadAllBytesAsync(await tests.BackUpSampleAsync(), CancellationToken.None);
    }

    private async Task<string> BackUpSampleAsync()
    {
        string backup = Path.Combine(folder, "sample.backup");
        string url = "https://moodle.example.edu";
        await Administrator.DoesAsync(source, "platforms", "add", "--issuer", url, "--client-id", "a", "--authorization", $"{url}/a", "--token", $"{url}/t", "--jwks", $"{url}/j", "--deployment", "1");
        await Administrator.DoesAsync(source, "sample", "--issuer", url);
        await Administrator.DoesAsync(source, "backup", "--to", backup);
        return backup;
    }

    private static void Change(string path, Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        change(archive);
    }

    private static void Replace(ZipArchive archive, string name, Func<string, string> change)
    {
        var entry = archive.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(change(text));
    }

    private static string Edit(string json, Action<JsonNode> edit)
    {
        var node = JsonNode.Parse(json)!;
        edit(node);
        return node.ToJsonString();
    }
}
