using Microsoft.Data.Sqlite;

namespace MentorCourseLti.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Which database, as the settings name it.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    public string SqliteFile => new SqliteConnectionStringBuilder(ConnectionString).DataSource;
}
