using Npgsql;

namespace MentorCourseLti.Data;

/// <summary>
/// How many connections a node opens. A PostgreSQL allows 100 clients unless told otherwise, and several nodes share it: who
/// finds no connection waits for one, instead of being refused by the server. A "Maximum Pool Size" in the connection string wins.
/// No session's settings are changed once it is open: so none are set back when a connection returns to the pool, which would be nine statements after each of ours.
/// </summary>
internal static class PostgresPool
{
    private const int NpgsqlsOwn = 100;

    /// <param name="setting">One of PostgreSQL's own, with which each connection starts beside what the connection string says.</param>
    public static NpgsqlConnectionStringBuilder Of(string connectionString, int mostConnections, string setting)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        if (settings.MaxPoolSize == NpgsqlsOwn)
            settings.MaxPoolSize = Math.Max(mostConnections, settings.MinPoolSize);
        settings.Options = $"{settings.Options} -c {setting}".TrimStart();
        return settings;
    }
}
