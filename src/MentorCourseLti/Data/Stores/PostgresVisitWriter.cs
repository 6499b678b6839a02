using Npgsql;

namespace MentorCourseLti.Data.Stores;

/// <summary>Connections of its own with <c>synchronous_commit=off</c>; the statement stays prepared on each.</summary>
internal sealed class PostgresVisitWriter : IVisitWriter, IAsyncDisposable
{
    private const string Insert = """
        INSERT INTO "Visits" ("Id", "PlatformId", "Subject", "MemberId", "Nonce", "FrameAncestors", "ReturnUrl", "StartedAt", "ExpiresAt")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT DO NOTHING
        """;

    private readonly NpgsqlDataSource source;

    public PostgresVisitWriter(DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxAutoPrepare = 4, AutoPrepareMinUsages = 1 };
        settings.Options = $"{settings.Options} -c synchronous_commit=off".TrimStart();
        source = NpgsqlDataSource.Create(settings);
    }

    public async ValueTask<bool> TryOpenAsync(Visit visit, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = visit.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = visit.PlatformId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = visit.Subject });
        command.Parameters.Add(new NpgsqlParameter { Value = visit.MemberId?.Value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = visit.Nonce });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = visit.FrameAncestors });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = visit.ReturnUrl });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = visit.StartedAt.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = visit.ExpiresAt.UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
