namespace MentorCourseLti.Rosters;

internal static class RosterRegistration
{
    public static void AddRosters(this IServiceCollection services)
    {
        services.AddSingleton<RosterRequests>();
        services.AddScoped<RosterRefresh>();
        services.AddHostedService<RosterFeed>();
    }
}
