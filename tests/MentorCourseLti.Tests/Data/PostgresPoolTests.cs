using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Data;

/// <summary>A node leaves room for others in a PostgreSQL that allows 100 clients.</summary>
public sealed class PostgresPoolTests(PostgresServer server)
{
    [Fact]
    public void A_pool_is_small_unless_the_connection_string_says_how_large()
    {
        PostgresPool.Of("Host=db", mostConnections: 20, "jit=off").MaxPoolSize.ShouldBe(20);
        PostgresPool.Of("Host=db;Maximum Pool Size=7", mostConnections: 20, "jit=off").MaxPoolSize.ShouldBe(7);
        PostgresPool.Of("Host=db;Minimum Pool Size=30", mostConnections: 20, "jit=off").MaxPoolSize.ShouldBe(30);
    }

    [Fact]
    public void What_the_connection_string_sets_for_its_sessions_stays_set() =>
        PostgresPool.Of("Host=db;Options=-c work_mem=8MB", mostConnections: 20, "jit=off").Options.ShouldBe("-c work_mem=8MB -c jit=off");

    [Fact]
    public async Task Two_hundred_people_who_come_at_once_are_served_and_not_refused_for_want_of_a_connection()
    {
        await using var tool = await ToolHost.StartAsync(await TestDatabase.OnPostgresAsync(server));
        await using var lms = await SignedPlatform.StartAsync(tool);
        var browsers = Enumerable.Range(0, 200).Select(_ => new Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Select((browser, i) => lms.LaunchAsync(browser, $"beech-{i}")));
        pages.Select(page => page.Status).Distinct().ShouldBe([200]);
        browsers.ForEach(browser => browser.Dispose());
    }
}
