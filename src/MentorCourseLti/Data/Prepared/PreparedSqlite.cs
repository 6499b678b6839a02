using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MentorCourseLti.Data.Prepared;

/// <summary>Connections with <c>synchronous=NORMAL</c>, each used by one caller at a time. SQLite works in the caller's thread, for microseconds.</summary>
internal sealed class PreparedSqlite(DatabaseOptions options, WriteTurn turn) : IPreparedSql, IDisposable
{
    private readonly ConcurrentBag<Session> idle = [];

    /// <summary>Whoever has the turn has it too. Always the same one: what it wrote itself it need not read again.</summary>
    private Session? writer;

    public ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancel, params ReadOnlySpan<object?> arguments)
        where T : class
    {
        cancel.ThrowIfCancellationRequested();
        var session = Take();
        T? found;
        try
        {
            using var reader = session.Prepare(sql, arguments).ExecuteReader();
            found = reader.Read() ? read(reader) : null;
        }
        catch
        {
            session.Dispose();
            throw;
        }

        idle.Add(session);
        return ValueTask.FromResult(found);
    }

    public ValueTask<int> WriteRelaxedAsync(string sql, CancellationToken cancel, params ReadOnlySpan<object?> arguments) =>
        WriteInTurnAsync(sql, arguments.ToArray(), cancel);

    public void Dispose()
    {
        writer?.Dispose();
        foreach (var session in idle)
            session.Dispose();
    }

    private async ValueTask<int> WriteInTurnAsync(string sql, object?[] arguments, CancellationToken cancel)
    {
        using (await turn.TakeAsync(cancel))
        {
            var session = writer ??= new Session(options.ConnectionString);
            try
            {
                return session.Prepare(sql, arguments).ExecuteNonQuery();
            }
            catch
            {
                writer = null;
                session.Dispose();
                throw;
            }
        }
    }

    private Session Take() => idle.TryTake(out var session) ? session : new Session(options.ConnectionString);

    private sealed class Session : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

        public Session(string connectionString)
        {
            // Not of the pool, whose connections wait for the disk.
            connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
            connection.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;";
            pragma.ExecuteNonQuery();
        }

        public SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                for (int i = 1; i <= arguments.Length; i++)
                    command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${i}") });
                prepared[sql] = command;
            }

            for (int i = 0; i < arguments.Length; i++)
                command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
            return command;
        }

        public void Dispose()
        {
            foreach (var command in prepared.Values)
                command.Dispose();
            connection.Dispose();
        }
    }
}
