namespace MentorCourseLti.Delivery;

internal static class DeliveryRegistration
{
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<ReadBackWishes>();
        services.AddScoped<GradeOutbox>();
        services.AddScoped<GradeRecount>();
        services.AddSingleton<ParticipationWishes>();
        services.AddScoped<Standings>();
        services.AddScoped<ParticipationGrades>();
        services.AddHostedService<ParticipationService>();
        services.AddScoped<LinkColumns>();
        services.AddScoped<LaneLeases>();
        services.AddScoped<LaneQueue>();
        services.AddScoped<GradeSender>();
        services.AddScoped<ColumnFinder>();
        services.AddScoped<ColumnChanger>();
        services.AddScoped<ColumnLoss>();
        services.AddScoped<ReadBack>();
        services.AddScoped<LaneRun>();
        services.AddHostedService<DeliveryService>();
        services.AddHostedService<ReadBackService>();
    }
}
