using System.Collections.Concurrent;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>No course is delivered by two nodes at once.</summary>
public sealed class LaneLeasesTests(PostgresServer server)
{
    private const int Courses = 40;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Many_nodes_that_claim_at_once_share_the_courses(DatabaseProvider provider)
    {
        using var database = await TestDatabase.OnAsync(provider, server);
        await using var alone = await DatabaseAlone.OpenAsync(database);
        await DueGrades.FillAsync(alone, Courses);
        var claimed = new ConcurrentBag<CourseId>();
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            var node = Guid.CreateVersion7(now);
            for (int i = 0; i < 12; i++)
            {
                foreach (var course in await alone.WithAsync<LaneLeases, IReadOnlyList<CourseId>>((leases, _) => leases.ClaimAsync(node, 3, now, CancellationToken.None)))
                    claimed.Add(course);
            }
        })));
        claimed.Count.ShouldBe(Courses);
        claimed.Distinct().Count().ShouldBe(Courses);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_lease_ends_by_its_release_or_its_time_and_only_its_holder_renews_it(DatabaseProvider provider)
    {
        using var database = await TestDatabase.OnAsync(provider, server);
        await using var alone = await DatabaseAlone.OpenAsync(database);
        await DueGrades.FillAsync(alone, courses: 1);
        var now = TimeProvider.System.GetUtcNow();
        var (one, two) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        Task<IReadOnlyList<CourseId>> Claim(Guid node, DateTimeOffset at) => alone.WithAsync<LaneLeases, IReadOnlyList<CourseId>>((leases, _) => leases.ClaimAsync(node, 5, at, CancellationToken.None));

        var course = (await Claim(one, now)).ShouldHaveSingleItem();
        (await Claim(two, now)).ShouldBeEmpty();
        (await alone.WithAsync<LaneLeases, bool>((leases, _) => leases.RenewAsync(course, two, now, CancellationToken.None))).ShouldBeFalse();
        (await alone.WithAsync<LaneLeases, bool>((leases, _) => leases.RenewAsync(course, one, now.AddSeconds(30), CancellationToken.None))).ShouldBeTrue();
        (await Claim(two, now.AddSeconds(80))).ShouldBeEmpty();

        // It ran out: the other node takes over, and the first may neither renew nor release it.
        (await Claim(two, now.AddSeconds(91))).ShouldHaveSingleItem();
        (await alone.WithAsync<LaneLeases, bool>((leases, _) => leases.RenewAsync(course, one, now.AddSeconds(92), CancellationToken.None))).ShouldBeFalse();
        await Release(alone, course, one, LaneRest.None);
        (await Claim(one, now.AddSeconds(93))).ShouldBeEmpty();

        // Released to rest: nobody claims it until then.
        await Release(alone, course, two, new LaneRest(now.AddMinutes(10), Failures: 3));
        (await Claim(one, now.AddMinutes(9))).ShouldBeEmpty();
        (await Claim(one, now.AddMinutes(11))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_course_with_nothing_due_is_not_claimed()
    {
        using var database = TestDatabase.OnSqlite();
        await using var alone = await DatabaseAlone.OpenAsync(database);
        await DueGrades.FillAsync(alone, courses: 3);
        var now = TimeProvider.System.GetUtcNow();
        (await alone.WithAsync<LaneLeases, IReadOnlyList<CourseId>>((leases, _) => leases.ClaimAsync(Guid.CreateVersion7(now), 5, now.AddHours(-1), CancellationToken.None))).ShouldBeEmpty();
        await alone.AskAsync(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Delivered)));
        (await alone.WithAsync<LaneLeases, IReadOnlyList<CourseId>>((leases, _) => leases.ClaimAsync(Guid.CreateVersion7(now), 5, now.AddHours(1), CancellationToken.None))).ShouldBeEmpty();
    }

    private static Task<int> Release(DatabaseAlone alone, CourseId course, Guid node, LaneRest rest) => alone.WithAsync<LaneLeases, int>(async (leases, _) =>
    {
        await leases.ReleaseAsync(course, node, rest, CancellationToken.None);
        return 0;
    });
}
