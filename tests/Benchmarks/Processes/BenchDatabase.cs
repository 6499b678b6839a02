using MentorCourseLti.Data;
using Npgsql;

namespace Benchmarks.Processes;

/// <summary>A new, empty database for one run.</summary>
internal sealed record BenchDatabase(DatabaseProvider Provider, string ConnectionString)
{
    private static int count;

    public string Name => Provider is DatabaseProvider.Sqlite ? "SQLite" : "PostgreSQL";

    /// <summary>Those that the arguments ask for.</summary>
    public static async Task<IReadOnlyList<BenchDatabase>> MakeAsync(Arguments arguments, string folder)
    {
        var made = new List<BenchDatabase>();
        string? only = arguments.Optional("database");
        if (only is null or "sqlite")
            made.Add(new BenchDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "bench.db")}"));
        if (only is not "sqlite" && arguments.Optional("postgres") is { } server)
            made.Add(new BenchDatabase(DatabaseProvider.Postgres, await MakeOnAsync(server)));
        return made;
    }

    private static async Task<string> MakeOnAsync(string server)
    {
        string name = $"bench_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
