using MentorCourseLti.Data.Prepared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MentorCourseLti.Data;

internal static class DatabaseSetup
{
    // Any number will do; it must only be the same on every node.
    private const long MigrationLock = 4_711_001;

    public static IServiceCollection AddCourseDb(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new WriteTurn(oneAtATime: options.Provider is DatabaseProvider.Sqlite));
        // Contexts are pooled: making one costs more than most of what a request asks of it.
        if (options.Provider is DatabaseProvider.Sqlite)
        {
            services.AddSingleton<IPreparedSql, PreparedSqlite>();
            services.AddDbContextPool<CourseDb, SqliteCourseDb>(builder => UseSqlite(builder, options.ConnectionString));
        }
        else
        {
            services.AddSingleton<IPreparedSql, PreparedPostgres>();
            services.AddSingleton(_ => OpenPostgres(options.ConnectionString));
            services.AddDbContextPool<CourseDb, PostgresCourseDb>((provider, builder) => UsePostgres(builder, provider.GetRequiredService<NpgsqlDataSource>()));
        }

        return services;
    }

    public static void UseSqlite(DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseSqlite(connectionString).AddInterceptors(new SqliteConnectionSetup())
            // A table that changes is built anew in a transaction; only the pragma before it stands outside, and nobody can help that.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    /// <summary>
    /// Statements are prepared, and planned once. Left to itself, PostgreSQL plans those with a list in them anew each time, which takes longer than to run them;
    /// what our statements ask for lies behind an index whatever their values are.
    /// </summary>
    private static NpgsqlDataSource OpenPostgres(string connectionString)
    {
        var settings = PostgresPool.Of(connectionString, mostConnections: 20, "plan_cache_mode=force_generic_plan");
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (100, 2);
        return NpgsqlDataSource.Create(settings);
    }

    private static void UsePostgres(DbContextOptionsBuilder builder, NpgsqlDataSource source) => builder.UseNpgsql(source);

    /// <summary>Brings the schema up to date. Several nodes may start at once: one migrates, the others wait.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var options = scope.ServiceProvider.GetRequiredService<DatabaseOptions>();
        if (options.Provider is DatabaseProvider.Sqlite)
        {
            CreateFolder(options.SqliteFile);
            // EF Core takes a lock of its own in SQLite files.
            await db.Database.MigrateAsync(cancel);
            return;
        }

        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    /// <summary>A SQLite file is made by its first use, its folder is not.</summary>
    public static void CreateFolder(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
    }
}
