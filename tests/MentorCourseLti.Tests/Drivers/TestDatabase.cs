using MentorCourseLti.Data;
using Microsoft.Data.Sqlite;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>One empty database of a kind. Both kinds tell the same stories.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string folder;
    private readonly bool isLent;

    private TestDatabase(DatabaseProvider provider, string connectionString, string folder, bool isLent = false) =>
        (Provider, ConnectionString, this.folder, this.isLent) = (provider, connectionString, folder, isLent);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public static TestDatabase OnSqlite()
    {
        string made = MakeFolder();
        return new TestDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(made, "test.db")}", made);
    }

    public static async Task<TestDatabase> OnPostgresAsync(PostgresServer server) =>
        new(DatabaseProvider.Postgres, await server.CreateDatabaseAsync(), MakeFolder());

    public static async Task<TestDatabase> OnAsync(DatabaseProvider provider, PostgresServer server) =>
        provider is DatabaseProvider.Sqlite ? OnSqlite() : await OnPostgresAsync(server);

    public IReadOnlyDictionary<string, string?> Settings(Uri publicUrl) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["ConnectionStrings:MentorCourse"] = ConnectionString,
        ["MentorCourse:Database:Provider"] = Provider.ToString(),
        ["MentorCourse:Files:Folder"] = Path.Combine(folder, "files"),
        ["MentorCourse:PublicUrl"] = publicUrl.GetLeftPart(UriPartial.Authority),
        ["MentorCourse:AllowPrivateNetworks"] = "true",
    };

    /// <summary>For a tool that stops while another goes on with the same database.</summary>
    public TestDatabase Lent() => new(Provider, ConnectionString, folder, isLent: true);

    public void Dispose()
    {
        if (Provider is DatabaseProvider.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        if (!isLent)
            Directory.Delete(folder, recursive: true);
    }

    private static string MakeFolder() => Directory.CreateTempSubdirectory("mentor-course-").FullName;
}
