using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Rosters;

/// <summary>Reads the rosters that somebody asked for, one after the other.</summary>
internal sealed class RosterWishService(RosterWishes wishes, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<RosterWishService> log)
    : WishService<CourseId>(wishes, scopes, lifetime)
{
    protected override Task GrantAsync(CourseId key, IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<RosterRefresh>().RefreshAsync(key, cancel);

    protected override void Failed(CourseId key, Exception exception) => Log.RosterFailed(log, key.Value, exception);
}
