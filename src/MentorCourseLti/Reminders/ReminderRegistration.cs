namespace MentorCourseLti.Reminders;

internal static class ReminderRegistration
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddScoped<RemindedPeople>();
        services.AddScoped<WeekDigests>();
        services.AddScoped<OpenThings>();
        services.AddScoped<ReminderRounds>();
        services.AddSingleton<ReminderWords>();
        services.AddSingleton<Unsubscription>();
        services.AddSingleton<ReminderMail>();
        services.AddScoped<MailBatches>();
        services.AddScoped<MailConnection>();
        services.AddScoped<MailRun>();
    }
}
