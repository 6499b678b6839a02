using Microsoft.Data.Sqlite;

namespace MentorCourseLti.Data.Stores;

/// <summary>One connection of its own with <c>synchronous=NORMAL</c> and one prepared statement; the write turn keeps it to one user at a time.</summary>
internal sealed class SqliteVisitWriter(DatabaseOptions options, WriteTurn turn) : IVisitWriter, IDisposable
{
    private SqliteConnection? connection;
    private SqliteCommand? insert;

    public async ValueTask<bool> TryOpenAsync(Visit visit, CancellationToken cancel)
    {
        using (await turn.TakeAsync(cancel))
        {
            insert ??= Prepare();
            Bind(insert, visit);
            return insert.ExecuteNonQuery() == 1;
        }
    }

    public void Dispose()
    {
        insert?.Dispose();
        connection?.Dispose();
    }

    private SqliteCommand Prepare()
    {
        connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL;";
            pragma.ExecuteNonQuery();
        }

        var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "Visits" ("Id", "PlatformId", "Subject", "MemberId", "Nonce", "FrameAncestors", "ReturnUrl", "StartedAt", "ExpiresAt")
            VALUES ($id, $platform, $subject, $member, $nonce, $frames, $return, $started, $expires)
            ON CONFLICT DO NOTHING
            """;
        foreach (string name in (string[])["$id", "$platform", "$subject", "$member", "$nonce", "$frames", "$return", "$started", "$expires"])
            command.Parameters.Add(new SqliteParameter(name, SqliteType.Text));
        command.Prepare();
        return command;
    }

    private static void Bind(SqliteCommand command, Visit visit)
    {
        var parameters = command.Parameters;
        parameters[0].Value = visit.Id.Value;
        parameters[1].Value = visit.PlatformId;
        parameters[2].Value = visit.Subject;
        parameters[3].Value = visit.MemberId?.Value ?? (object)DBNull.Value;
        parameters[4].Value = visit.Nonce ?? (object)DBNull.Value;
        parameters[5].Value = visit.FrameAncestors;
        parameters[6].Value = visit.ReturnUrl ?? (object)DBNull.Value;
        parameters[7].Value = visit.StartedAt.UtcDateTime;
        parameters[8].Value = visit.ExpiresAt.UtcDateTime;
    }
}
