using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>The program is killed in the middle of a push. Its processes are real ones.</summary>
public sealed class CrashStories(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task After_a_crash_in_the_middle_every_cell_ends_with_the_newest_grade(DatabaseProvider provider)
    {
        var address = FreePort.Address();
        await using var push = await Push.PrepareAsync(provider, server, address);
        await push.QueueAsync(score: 10);
        using (var first = await ToolProcess.ServeAsync(push.Database, address))
        {
            await push.UntilAsync(posts: 150);
            await first.KillAsync();
        }

        push.Lms.Campus.Counters.ScorePosts.ShouldBeLessThan(500, "it was killed too late to show anything");
        // Some that had arrived, some in doubt, some that were never sent.
        await push.QueueAsync(score: 15, from: 10, count: 30);
        // A node alone knows whose lease it was; on PostgreSQL it may be another node's.
        if (provider is DatabaseProvider.Postgres)
            await push.LeasesRunOutAsync();
        using var second = await ToolProcess.ServeAsync(push.Database, address);
        await push.ArrivesWholeAsync();
        // What had arrived unheard was asked for before it was sent again.
        push.Repeats().ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_nodes_one_is_killed_and_the_other_ends_the_push()
    {
        var (one, two) = (FreePort.Address(), FreePort.Address());
        await using var push = await Push.PrepareAsync(DatabaseProvider.Postgres, server, one);
        using var first = await ToolProcess.ServeAsync(push.Database, one);
        using var second = await ToolProcess.ServeAsync(push.Database, two, publicUrl: one);
        await push.QueueAsync(score: 10);
        await push.UntilAsync(posts: 150);
        await second.KillAsync();
        await push.QueueAsync(score: 15, from: 10, count: 30);
        await push.LeasesRunOutAsync();
        await push.ArrivesWholeAsync();
        push.Repeats().ShouldBe(0);
    }
}
