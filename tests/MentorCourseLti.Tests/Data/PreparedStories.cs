using System.Data.Common;
using System.Security.Cryptography;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Data;

/// <summary>Prepared statements write and read the tables of EF Core, and several requests use them at once.</summary>
public sealed class PreparedStories(PostgresServer server)
{
    private const string Insert = """
        INSERT INTO "Visits" ("Id", "KeyDigest", "PlatformId", "Subject", "FrameAncestors", "ReturnUrl", "StartedAt", "ExpiresAt")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO NOTHING
        """;

    // In another order than they are given.
    private const string Find = """
        SELECT "Subject", "KeyDigest", "StartedAt", "ReturnUrl", "ExpiresAt", "FrameAncestors", "MemberId", "Id" FROM "Visits" WHERE "PlatformId" = $2 AND "Id" = $1
        """;

    // Visits that are over are cleared away.
    private static readonly DateTimeOffset Noon = new(2099, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task What_a_prepared_statement_writes_EF_Core_reads_and_the_other_way_round(DatabaseProvider provider)
    {
        await using var tool = await OpenAsync(provider);
        var platform = await PlatformAsync(tool);
        Visit[] visits =
        [
            VisitOf(platform, Noon, "Zoë “the first” ☘", "https://lms.example 'x'", "https://lms.example/back?a=1&b=ü"),
            VisitOf(platform, Noon.AddTicks(1_234_560), "", "", null),
        ];
        var sql = tool.Services.GetRequiredService<IPreparedSql>();
        (await WriteAsync(sql, visits[0])).ShouldBe(1);
        await tool.AskAsync(async db =>
        {
            db.Add(visits[1]);
            return await db.SaveChangesAsync();
        });

        foreach (var visit in visits)
        {
            var prepared = await FindAsync(sql, visit);
            var stored = await tool.AskAsync(db => db.Visits.AsNoTracking().SingleAsync(one => one.Id == visit.Id));
            foreach (var read in new[] { prepared.ShouldNotBeNull(), stored })
            {
                (read.Id, read.Subject, read.FrameAncestors, read.ReturnUrl, read.StartedAt, read.ExpiresAt, read.MemberId)
                    .ShouldBe((visit.Id, visit.Subject, visit.FrameAncestors, visit.ReturnUrl, visit.StartedAt, visit.ExpiresAt, null));
                read.KeyDigest.ShouldBe(visit.KeyDigest);
            }
        }

        (await FindAsync(sql, VisitOf(platform, Noon, "nobody", "", null))).ShouldBeNull();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_hundred_who_write_twice_and_read_at_once_are_each_written_once_and_found(DatabaseProvider provider)
    {
        await using var tool = await OpenAsync(provider);
        var platform = await PlatformAsync(tool);
        var sql = tool.Services.GetRequiredService<IPreparedSql>();
        var written = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(async () =>
        {
            var visit = VisitOf(platform, Noon, $"person-{number}", "", null);
            int rows = (await Task.WhenAll(Task.Run(() => WriteAsync(sql, visit).AsTask()), Task.Run(() => WriteAsync(sql, visit).AsTask()))).Sum();
            (await FindAsync(sql, visit)).ShouldNotBeNull().Subject.ShouldBe(visit.Subject);
            return rows;
        })));
        written.Distinct().ShouldBe([1]);
        (await tool.AskAsync(db => db.Visits.CountAsync())).ShouldBe(100);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_statement_that_fails_says_why_and_does_not_stand_in_the_way_of_the_next(DatabaseProvider provider)
    {
        await using var tool = await OpenAsync(provider);
        var platform = await PlatformAsync(tool);
        var sql = tool.Services.GetRequiredService<IPreparedSql>();
        var visit = VisitOf(platform, Noon, "somebody", "", null);
        (await Should.ThrowAsync<DbException>(async () => await WriteAsync(sql, visit, subject: null))).Message.ShouldContain("Subject");
        await Should.ThrowAsync<DbException>(async () => await sql.FirstAsync("""SELECT * FROM "Nothing" """, row => row.GetText(0), CancellationToken.None));
        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await WriteAsync(sql, visit);
            await FindAsync(sql, visit, _ => throw new InvalidOperationException("whoever reads gives up"));
        });
        (await FindAsync(sql, visit)).ShouldNotBeNull();
        (await WriteAsync(sql, visit)).ShouldBe(0);
    }

    private async Task<ToolHost> OpenAsync(DatabaseProvider provider)
    {
        var tool = await ToolHost.StartAsync(await TestDatabase.OnAsync(provider, server));
        await tool.RegisterAsync(Mailroom.Registration);
        return tool;
    }

    private static Task<Guid> PlatformAsync(ToolHost tool) => tool.AskAsync(db => db.Platforms.Select(platform => platform.Id).SingleAsync());

    private static Visit VisitOf(Guid platform, DateTimeOffset at, string subject, string frames, string? back) => new()
    {
        Id = VisitId.New(at), KeyDigest = RandomNumberGenerator.GetBytes(32), PlatformId = platform, Subject = subject, FrameAncestors = frames, ReturnUrl = back,
        StartedAt = at, ExpiresAt = at.AddHours(8),
    };

    private static ValueTask<int> WriteAsync(IPreparedSql sql, Visit visit) => WriteAsync(sql, visit, visit.Subject);

    private static ValueTask<int> WriteAsync(IPreparedSql sql, Visit visit, string? subject) => sql.WriteRelaxedAsync(
        Insert, CancellationToken.None, visit.Id.Value, visit.KeyDigest, visit.PlatformId, subject, visit.FrameAncestors, visit.ReturnUrl, visit.StartedAt.UtcDateTime, visit.ExpiresAt.UtcDateTime);

    private static ValueTask<Visit?> FindAsync(IPreparedSql sql, Visit visit) => FindAsync(sql, visit, row => new Visit
    {
        Id = new VisitId(row.GetGuid(7)), KeyDigest = row.GetBytes(1), PlatformId = visit.PlatformId, Subject = row.GetText(0), FrameAncestors = row.GetText(5), ReturnUrl = row.FindText(3),
        StartedAt = row.GetTime(2), ExpiresAt = row.GetTime(4), MemberId = row.FindGuid(6) is { } member ? new MentorCourseLti.Internship.Programmes.MemberId(member) : null,
    });

    private static ValueTask<Visit?> FindAsync(IPreparedSql sql, Visit visit, Func<PreparedRow, Visit> read) =>
        sql.FirstAsync(Find, read, CancellationToken.None, visit.Id.Value, visit.PlatformId);
}
