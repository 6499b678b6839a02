using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorCourseLti.Data.Prepared;

/// <summary>A connection with <c>synchronous=NORMAL</c> and its prepared statements, used by one caller at a time. SQLite works in the caller's thread, for microseconds.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;

    /// <summary>By the constants that the statements are written in: to look at a thousand characters takes longer than to bind the values.</summary>
    private readonly Dictionary<string, SqliteStatement> statements = new(ReferenceEqualityComparer.Instance);

    public SqliteSession(string connectionString)
    {
        // Not of the pool, whose connections wait for the disk.
        connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;";
            pragma.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public T? First<T>(string sql, Func<PreparedRow, T> read, ReadOnlySpan<object?> arguments)
        where T : class
    {
        var statement = Prepare(sql, arguments);
        try
        {
            return statement.Step() ? read(statement) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The number of rows written.</summary>
    public int Write(string sql, ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            statement.Step();
            return raw.sqlite3_changes(connection.Handle!);
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private SqliteStatement Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = new SqliteStatement(connection.Handle!, sql, arguments.Length);
        statement.Bind(arguments);
        return statement;
    }
}
