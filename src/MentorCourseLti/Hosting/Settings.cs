using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;

namespace MentorCourseLti.Hosting;

/// <summary>Reads the settings and refuses to start with wrong ones.</summary>
internal static class Settings
{
    public const string ConnectionStringName = "MentorCourse";

    public static (MentorCourseOptions Options, DatabaseOptions Database) Read(IConfiguration configuration)
    {
        var options = ReadOptions(configuration);
        var provider = Enum.Parse<DatabaseProvider>(options.Database.Provider, ignoreCase: true);
        string? connectionString = configuration.GetConnectionString(ConnectionStringName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            connectionString = provider is DatabaseProvider.Sqlite
                ? "Data Source=data/mentor-course.db"
                : throw new SettingsException("ConnectionStrings:MentorCourse is missing: PostgreSQL needs one, such as Host=db;Database=mentorcourse;Username=mentorcourse;Password=...");
        }

        CheckConnectionString(provider, connectionString);
        return (options, new DatabaseOptions(provider, connectionString));
    }

    /// <summary>Attachments lie beside the SQLite file, unless the settings say where.</summary>
    public static FilesOptions Files(MentorCourseOptions options, DatabaseOptions database)
    {
        string folder = options.Files.Folder switch
        {
            { Length: > 0 } given => given,
            _ when database.Provider is DatabaseProvider.Sqlite => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.SqliteFile)) ?? "", "files"),
            _ => Path.Combine("data", "files"),
        };
        return new FilesOptions(Path.GetFullPath(folder), options.Files.MostFiles, (long)(options.Files.MostMegabytes * 1024 * 1024));
    }

    private static MentorCourseOptions ReadOptions(IConfiguration configuration)
    {
        MentorCourseOptions options;
        try
        {
            options = configuration.GetSection(MentorCourseOptions.Section).Get<MentorCourseOptions>() ?? new MentorCourseOptions();
        }
        catch (InvalidOperationException exception)
        {
            // The binder's message names the key and the value that it could not read.
            throw new SettingsException(exception.Message);
        }

        var result = new MentorCourseOptions.Validator().Validate(options);
        return result.IsValid ? options : throw new SettingsException(string.Join(Environment.NewLine, result.Errors.Select(error => error.ErrorMessage)));
    }

    private static void CheckConnectionString(DatabaseProvider provider, string connectionString)
    {
        try
        {
            if (provider is DatabaseProvider.Sqlite)
                _ = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connectionString);
            else
                _ = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException($"ConnectionStrings:MentorCourse is not a connection string for {provider}: {exception.Message}");
        }
    }
}
