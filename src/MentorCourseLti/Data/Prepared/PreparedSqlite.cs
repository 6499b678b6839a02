using System.Collections.Concurrent;

namespace MentorCourseLti.Data.Prepared;

/// <summary>
/// One session writes, and reads too for whoever finds it free: what it wrote itself it need not read again, while every other has to begin anew
/// after each write. With it a launch takes a third less of SQLite's time.
/// </summary>
internal sealed class PreparedSqlite(DatabaseOptions options, WriteTurn turn) : IPreparedSql, IDisposable
{
    private readonly Lock gate = new();
    private readonly ConcurrentBag<SqliteSession> others = [];

    /// <summary>Behind the gate.</summary>
    private SqliteSession? writer;

    public ValueTask<T?> FirstAsync<T>(string sql, Func<PreparedRow, T> read, CancellationToken cancel, params ReadOnlySpan<object?> arguments)
        where T : class
    {
        cancel.ThrowIfCancellationRequested();
        if (!gate.TryEnter())
            return ValueTask.FromResult(FirstOfOthers(sql, read, arguments));
        try
        {
            writer ??= NewSession();
            return ValueTask.FromResult(writer.First(sql, read, arguments));
        }
        catch
        {
            DropWriter();
            throw;
        }
        finally
        {
            gate.Exit();
        }
    }

    public ValueTask<int> WriteRelaxedAsync(string sql, CancellationToken cancel, params ReadOnlySpan<object?> arguments) =>
        WriteInTurnAsync(sql, arguments.ToArray(), cancel);

    public void Dispose()
    {
        DropWriter();
        foreach (var session in others)
            session.Dispose();
    }

    private async ValueTask<int> WriteInTurnAsync(string sql, object?[] arguments, CancellationToken cancel)
    {
        using (await turn.TakeAsync(cancel))
        {
            lock (gate)
            {
                try
                {
                    writer ??= NewSession();
                    return writer.Write(sql, arguments);
                }
                catch
                {
                    DropWriter();
                    throw;
                }
            }
        }
    }

    private T? FirstOfOthers<T>(string sql, Func<PreparedRow, T> read, ReadOnlySpan<object?> arguments)
        where T : class
    {
        if (!others.TryTake(out var session))
            session = NewSession();
        T? found;
        try
        {
            found = session.First(sql, read, arguments);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        others.Add(session);
        return found;
    }

    private SqliteSession NewSession() => new(options.ConnectionString);

    private void DropWriter()
    {
        writer?.Dispose();
        writer = null;
    }
}
