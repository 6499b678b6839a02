namespace MentorCourseLti.Rosters;

internal static class RosterRegistration
{
    public static void AddRosters(this IServiceCollection services)
    {
        services.AddSingleton<RosterWishes>();
        services.AddScoped<RosterRefresh>();
        services.AddHostedService<RosterWishService>();
    }
}
