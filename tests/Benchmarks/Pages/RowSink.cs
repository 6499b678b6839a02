using Benchmarks.Processes;
using MentorCourseLti.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Benchmarks.Pages;

/// <summary>Writes millions of rows as fast as the database takes them.</summary>
internal abstract class RowSink : IAsyncDisposable
{
    public static async Task<RowSink> OpenAsync(BenchDatabase database) => database.Provider is DatabaseProvider.Sqlite
        ? new SqliteSink(database.ConnectionString)
        : await PostgresSink.ConnectAsync(database.ConnectionString);

    public abstract Task WriteAsync(string table, string[] columns, IEnumerable<object?[]> rows);

    /// <summary>So that the planner knows what there is.</summary>
    public abstract Task AnalyseAsync();

    public abstract ValueTask DisposeAsync();

    protected static string Names(string[] columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private sealed class SqliteSink : RowSink
    {
        private readonly SqliteConnection connection;

        public SqliteSink(string connectionString)
        {
            connection = new SqliteConnection(connectionString);
            connection.Open();
            Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA foreign_keys = OFF;");
        }

        public override Task WriteAsync(string table, string[] columns, IEnumerable<object?[]> rows)
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
            foreach (var parameter in columns.Select((_, i) => new SqliteParameter { ParameterName = $"$p{i}" }))
                insert.Parameters.Add(parameter);
            foreach (object?[] row in rows)
            {
                for (int i = 0; i < row.Length; i++)
                    insert.Parameters[i].Value = row[i] is decimal number ? (double)number : row[i] ?? DBNull.Value;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return Task.CompletedTask;
        }

        public override Task AnalyseAsync()
        {
            Execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();

        private void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private sealed class PostgresSink(NpgsqlConnection connection) : RowSink
    {
        public static async Task<PostgresSink> ConnectAsync(string connectionString)
        {
            var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return new PostgresSink(connection);
        }

        public override async Task WriteAsync(string table, string[] columns, IEnumerable<object?[]> rows)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
            foreach (object?[] row in rows)
            {
                await copy.StartRowAsync();
                foreach (object? value in row)
                {
                    if (value is null)
                        await copy.WriteNullAsync();
                    else
                        await copy.WriteAsync(value);
                }
            }

            await copy.CompleteAsync();
        }

        public override async Task AnalyseAsync()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM ANALYZE";
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
