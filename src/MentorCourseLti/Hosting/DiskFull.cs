using Microsoft.Data.Sqlite;
using Npgsql;

namespace MentorCourseLti.Hosting;

/// <summary>Tells that a disk is full, the one fault of a server that its users should hear of by name.</summary>
internal static class DiskFull
{
    // .NET hands on the number of the system's error: ENOSPC, EDQUOT, and Windows' two.
    private static readonly int[] NoRoom = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    private const int SqliteFull = 13;

    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
                || (exception is IOException io && NoRoom.Contains(io.HResult)))
            {
                return true;
            }
        }

        return false;
    }
}
