using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Data.Backups;

/// <summary>The house burns down: what a backup of the running tool brings back, into the same kind of database and into the other.</summary>
public sealed class RestoreDrill(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres, DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Postgres, DatabaseProvider.Sqlite)]
    public async Task A_backup_of_the_running_tool_brings_everything_back(DatabaseProvider from, DatabaseProvider to)
    {
        await using var world = new DrillWorld(server, from);
        await world.InitializeAsync();
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (graded, writer) = (course.Mentor(), course.Mentor(1));
        await graded.OpensLink(course.Link);
        await graded.Attaches(activity, "Tafel für Ana.png", SampleFiles.Png, "She laughed: “да” 🌿");
        await graded.HandsIn();
        await course.Instructor.OpensWorkOf(graded, activity);
        await course.Instructor.Grades("5 4 5 5", "You listened.");
        await course.Settles(graded);
        await writer.OpensLink(course.Link);
        await writer.Writes("Half a thought");
        string keys = await KeysOf(world);

        // Mentors write on while the backup is made.
        using var done = new CancellationTokenSource();
        var busy = Busy(course, done.Token);
        await world.BackUp();
        await done.CancelAsync();
        await busy;
        await writer.Writes("Half a thought, and what came after the backup");
        await world.BurnsAndIsRestored(to);

        (await KeysOf(world)).ShouldBe(keys, "the LMS goes on trusting the tool's signature");
        var page = await graded.OpensLink(course.Link);
        page.Chip.ShouldBe("Graded");
        page.Says.ShouldContain("19 of 20");
        page.Says.ShouldContain("She laughed: “да” 🌿");
        page.Says.ShouldContain("You listened.");
        var file = await graded.Browser.GetAsync(new Uri(page.Url, page.Document.QuerySelector(".files a")!.GetAttribute("href")!));
        (file.Status, file.ContentType).ShouldBe((200, "image/png"));
        (await writer.OpensLink(course.Link)).FieldText(Coursework.YourText).ShouldBe("Half a thought");

        // And everything goes on: new work, new grades, new receipts.
        await writer.HandsIn();
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.OpensWorkOf(writer, activity);
        await course.Instructor.Grades("5 5 5 5");
        await course.Settles(writer);
        course.GradeOf(writer).Score.ShouldBe(20);
    }

    private static async Task Busy(Classroom course, CancellationToken done)
    {
        var mentor = course.Mentor(2);
        await mentor.OpensLink(course.Link);
        for (int i = 0; !done.IsCancellationRequested; i++)
            (await mentor.Writes($"Sentence number {i}.")).Status.ShouldBe(200);
    }

    private static async Task<string> KeysOf(World world)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(world.Tool.Address, "/.well-known/jwks.json"));
    }

    private sealed class DrillWorld(PostgresServer server, DatabaseProvider provider) : World
    {
        private readonly string folder = Directory.CreateTempSubdirectory("mentor-course-drill-").FullName;

        private string Backup => Path.Combine(folder, "drill.backup");

        public async Task BackUp() => (await Administrator.DoesAsync(Tool.Database, "backup", "--to", Backup)).ShouldContain("and 1 files");

        public async Task BurnsAndIsRestored(DatabaseProvider to) => await MoveAsync(async () =>
        {
            var database = await TestDatabase.OnAsync(to, server);
            (await Administrator.DoesAsync(database, "restore", "--from", Backup)).ShouldContain("Restored what there was on");
            Directory.Delete(folder, recursive: true);
            return database;
        });

        protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.OnAsync(provider, server);
    }
}
