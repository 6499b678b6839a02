using Lti.Platforms;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A database without a program around it: nothing happens in it but what a test does.</summary>
internal sealed class DatabaseAlone : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private DatabaseAlone(ServiceProvider services) => this.services = services;

    public static async Task<DatabaseAlone> OpenAsync(TestDatabase database)
    {
        var parts = new ServiceCollection();
        parts.AddLogging();
        parts.AddSingleton(TimeProvider.System);
        parts.AddCourseDb(new DatabaseOptions(database.Provider, database.ConnectionString));
        parts.AddSingleton<DeliveryBell>();
        parts.AddSingleton<ParticipationWishes>();
        parts.AddScoped<GradeOutbox>();
        parts.AddScoped<LaneLeases>();
        parts.AddSingleton<IPlatformStore, PlatformStore>();
        parts.AddScoped<LaneQueue>();
        var alone = new DatabaseAlone(parts.BuildServiceProvider());
        await DatabaseSetup.MigrateAsync(alone.services, CancellationToken.None);
        return alone;
    }

    public async Task<T> AskAsync<T>(Func<CourseDb, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CourseDb>());
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, CourseDb, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), scope.ServiceProvider.GetRequiredService<CourseDb>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
