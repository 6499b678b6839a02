using MentorCourseLti.Data;
using Quartz;

namespace MentorCourseLti.Jobs;

internal static class JobRegistration
{
    /// <summary>On PostgreSQL the jobs live in Quartz's clustered store, so that each runs once per cluster; SQLite has one node.</summary>
    public static void AddJobs(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddQuartz(quartz =>
        {
            if (database.Provider is DatabaseProvider.Postgres)
                quartz.UsePersistentStore(store => store.UsePostgres(database.ConnectionString).UseClustering().ProvisionSchema());
            else
                quartz.UseInMemoryStore();
            quartz.AddDeclaredJobs();
        });
        services.AddQuartzHostedService();
    }
}
