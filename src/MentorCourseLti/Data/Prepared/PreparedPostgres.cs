using Npgsql;
using NpgsqlTypes;

namespace MentorCourseLti.Data.Prepared;

/// <summary>Connections with <c>synchronous_commit=off</c>, on each of which a statement stays prepared after its first use.</summary>
internal sealed class PreparedPostgres : IPreparedSql, IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    public PreparedPostgres(DatabaseOptions options)
    {
        var settings = PostgresPool.Of(options.ConnectionString, mostConnections: 12, "synchronous_commit=off");
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (16, 1);
        source = NpgsqlDataSource.Create(settings);
    }

    public ValueTask<T?> FirstAsync<T>(string sql, Func<PreparedRow, T> read, CancellationToken cancel, params ReadOnlySpan<object?> arguments)
        where T : class => FirstAsync(Command(sql, arguments), read, cancel);

    public ValueTask<int> WriteRelaxedAsync(string sql, CancellationToken cancel, params ReadOnlySpan<object?> arguments) =>
        WriteAsync(Command(sql, arguments), cancel);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static async ValueTask<T?> FirstAsync<T>(NpgsqlCommand command, Func<PreparedRow, T> read, CancellationToken cancel)
        where T : class
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            return await reader.ReadAsync(cancel) ? read(new PostgresRow(reader)) : null;
        }
    }

    private static async ValueTask<int> WriteAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<object?> arguments)
    {
        var command = source.CreateCommand(sql);
        foreach (object? argument in arguments)
        {
            command.Parameters.Add(argument switch
            {
                Guid guid => new NpgsqlParameter<Guid> { TypedValue = guid },
                string text => new NpgsqlParameter<string> { TypedValue = text },
                byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
                DateTime time => new NpgsqlParameter<DateTime> { TypedValue = time },
                // A null says nothing of its type; "unknown" lets the server infer it.
                null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
                var other => throw new NotSupportedException($"A prepared statement takes no {other.GetType()}."),
            });
        }

        return command;
    }
}
