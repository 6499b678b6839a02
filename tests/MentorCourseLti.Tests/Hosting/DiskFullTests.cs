using MentorCourseLti.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MentorCourseLti.Tests.Hosting;

/// <summary>Whoever finds the disk full says so in its own way.</summary>
public sealed class DiskFullTests
{
    public static TheoryData<string, Exception, bool> Faults => new()
    {
        { "a file on Linux", new IOException("No space left on device", 28), true },
        { "a file on Windows", new IOException("There is not enough space", unchecked((int)0x80070070)), true },
        { "SQLite", new InvalidOperationException("wrapped", new SqliteException("database or disk is full", 13)), true },
        { "PostgreSQL", new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull), true },
        { "another trouble with a file", new IOException("Broken pipe", 32), false },
        { "another trouble with SQLite", new SqliteException("constraint failed", 19), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_full_disk_is_known_by_its_number(string who, Exception fault, bool isFull) => DiskFull.Is(fault).ShouldBe(isFull, who);
}
