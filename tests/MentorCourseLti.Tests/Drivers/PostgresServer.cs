using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(MentorCourseLti.Tests.Drivers.PostgresServer))]

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A throw-away PostgreSQL for this run: made when the first test asks for a database, stopped at the end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private const string User = "postgres";

    private readonly SemaphoreSlim once = new(1, 1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mentor-course-postgres-{Environment.ProcessId}");
    private int port;
    private int databases;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await once.WaitAsync();
        try
        {
            if (port == 0)
                await StartAsync();
            string name = string.Create(CultureInfo.InvariantCulture, $"test_{++databases}");
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number of our own.
            command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
            return ConnectionString(name);
        }
        finally
        {
            once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        NpgsqlConnection.ClearAllPools();
        if (port == 0)
            return;
        // The server writes its own process id on the first line. SIGINT is "disconnect everybody and stop".
        string pid = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await RunAsync("kill", "-INT", pid);
        for (int i = 0; i < 100 && File.Exists(Path.Combine(Data, "postmaster.pid")); i++)
            await Task.Delay(50);
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={User};Database={database};Maximum Pool Size=40");

    private async Task StartAsync()
    {
        if (!File.Exists(Path.Combine(Programs, "initdb")))
            throw new InvalidOperationException($"PostgreSQL 15 is not installed ({Programs}). These tests need it: apt-get install postgresql-15, or ./dev test, which does so.");

        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", User, folder);
        await RunAsServerAsync(Path.Combine(Programs, "initdb"), "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");

        int free = FreePort.Find();
        // Durability against a power cut is PostgreSQL's to test; ours is about processes of the tool that die.
        await RunAsServerAsync(
            Path.Combine(Programs, "pg_ctl"), "start", "-w", "-D", Data, "-l", Path.Combine(folder, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {free} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300"));
        port = free;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", User, "--", program, .. arguments])
        : RunAsync(program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // No pipes: the server that pg_ctl leaves behind would hold them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
