using System.Data.Common;
using Benchmarks.Processes;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Benchmarks.Launches;

/// <summary>What goes on beside launches in life: the tool's keys rotate, somebody new comes into each course, and the rosters of all courses are read.</summary>
internal sealed class Meanwhile(LaunchPlatform platform, BenchDatabase database, Func<Task> rotateKeys, LaunchTarget tool, int courses, int members)
{
    private int newcomers = members;

    public async Task RunAsync()
    {
        await Task.WhenAll(rotateKeys(), Task.Run(ReadRostersAsync));
    }

    /// <summary>Forgets when rosters were read: the next newcomer of each course makes the tool ask for it.</summary>
    private async Task ReadRostersAsync()
    {
        await using (var connection = Open())
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """UPDATE "Courses" SET "RosterTriedAt" = NULL""";
            await command.ExecuteNonQueryAsync();
        }

        platform.Members = MembersOf;
        using var worker = new LaunchWorker(platform, tool, keepsConnection: false);
        var times = new LegTimes();
        int asked = platform.RostersRead;
        for (int course = 0; course < courses; course++)
            worker.Launch(Mentor.Of(newcomers++, courses, platform.Registration, tool.Process.Address), withPage: true, times);
        for (int tries = 0; platform.RostersRead < asked + courses; tries++)
        {
            if (tries == 1_000)
                throw new InvalidOperationException($"Only {platform.RostersRead - asked} of {courses} rosters were read.");
            await Task.Delay(10);
        }
    }

    /// <summary>Those of the sample, and the newcomers up to now.</summary>
    private IEnumerable<(string Subject, string Name)> MembersOf(int course) =>
        Enumerable.Range(0, newcomers).Where(number => number % courses == course).Select(number => (SampleNames.Student(number), SampleNames.StudentName(number)));

    private DbConnection Open() => database.Provider is DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
}
