using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>Counts participation grades of the courses in which something changed, one after the other.</summary>
internal sealed class ParticipationService(ParticipationWishes wishes, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<ParticipationService> log)
    : WishService<CourseId>(wishes, scopes, lifetime)
{
    private readonly ParticipationWishes wishes = wishes;

    protected override Task GrantAsync(CourseId key, IServiceProvider services, CancellationToken cancel)
    {
        // What changes from here on may not be seen by this count: it is a wish of its own.
        wishes.Done(key);
        return services.GetRequiredService<ParticipationGrades>().RefreshAsync(key, cancel);
    }

    protected override void Failed(CourseId key, Exception exception) => Log.ParticipationFailed(log, key.Value, exception);
}
