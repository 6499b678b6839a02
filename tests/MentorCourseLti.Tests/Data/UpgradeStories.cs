using System.Text.Json.Nodes;
using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MentorCourseLti.Tests.Data;

/// <summary>A database that the first version wrote, under the program of today.</summary>
public sealed class UpgradeStories(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task What_was_written_under_the_first_version_is_all_there(DatabaseProvider provider)
    {
        var database = await TestDatabase.OnAsync(provider, server);
        await WriteAsTheFirstVersionAsync(database);
        await using var tool = await ToolHost.StartAsync(database);
        await using var lms = await SignedPlatform.StartAsync(tool);
        // The old course's LMS is the one that launches now.
        await tool.AskAsync(async db => await db.Courses.ExecuteUpdateAsync(set => set.SetProperty(
            course => course.PlatformId, db.Platforms.Single(platform => platform.ClientId == "signed").Id)));

        using var ash = new Browser();
        var page = await lms.LaunchAsync(ash, "ash");
        page.Heading.ShouldBe("The first meeting");
        page.Chip.ShouldBe("Graded");
        page.Says.ShouldContain("5 of 10");
        page.Says.ShouldContain("And then?");
        using var elm = new Browser();
        (await lms.LaunchAsync(elm, "elm")).FieldText(Coursework.YourText).ShouldBe("Half a thought");
        using var oak = new Browser();
        var instructor = await lms.LaunchAsync(oak, "oak", claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor));
        instructor.Says.ShouldContain("The ash");
        foreach (string path in new[] { "/", "/gradebook", "/rubrics", "/rubrics/01900000-0000-7000-8000-000000000021/versions", "/deliveries", "/reflections/edit/01900000-0000-7000-8000-000000000031", "/attempts/01900000-0000-7000-8000-000000000071" })
            (await oak.GetAsync(new Uri(instructor.Url, instructor.Visit + path))).Status.ShouldBe(200, path);
        (await oak.GetAsync(new Uri(instructor.Url, instructor.Visit + "/reflections/01900000-0000-7000-8000-000000000031/submissions"))).Says.ShouldContain("5 of 10");
        (await oak.GetAsync(new Uri(instructor.Url, instructor.Visit + "/deliveries/01900000-0000-7000-8000-000000000091"))).Says.ShouldContain("5 of 10");
    }

    private static async Task WriteAsTheFirstVersionAsync(TestDatabase database)
    {
        await using CourseDb db = database.Provider is DatabaseProvider.Sqlite
            ? new SqliteCourseDb(new DbContextOptionsBuilder<SqliteCourseDb>().UseSqlite(database.ConnectionString).Options)
            : new PostgresCourseDb(new DbContextOptionsBuilder<PostgresCourseDb>().UseNpgsql(database.ConnectionString).Options);
        await db.GetService<IMigrator>().MigrateAsync("Start");
        string sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "first-issue.sql"));
        await db.Database.OpenConnectionAsync();
        // As each database keeps ids and times: SQLite as text, in capitals; PostgreSQL as such.
        await db.Database.ExecuteSqlRawAsync(database.Provider is DatabaseProvider.Sqlite ? Escape(sql) : "SET TIME ZONE 'UTC'; " + Escape(sql));
    }

    private static string Escape(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
