using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorCourseLti.Data.Prepared;

/// <summary>A statement kept prepared, which is its own row as well. Values are written and read as Microsoft.Data.Sqlite does, which EF Core uses for the same tables.</summary>
internal sealed class SqliteStatement : PreparedRow, IDisposable
{
    private const string TimeFormat = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    private const int GuidLength = 36;
    private const int LongestTime = 32;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>Where <c>$1</c>, <c>$2</c> and so on stand: to SQLite these are names, which it counts as they come.</summary>
    private readonly int[] places;

    public SqliteStatement(sqlite3 database, string sql, int arguments)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        places = [.. Enumerable.Range(1, arguments).Select(number => raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${number}")))];
    }

    public void Bind(ReadOnlySpan<object?> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            Check(arguments[i] switch
            {
                null => raw.sqlite3_bind_null(statement, places[i]),
                string text => raw.sqlite3_bind_text(statement, places[i], text),
                Guid guid => Bind(places[i], guid),
                DateTime time => Bind(places[i], time),
                byte[] bytes => raw.sqlite3_bind_blob(statement, places[i], bytes),
                var other => throw new NotSupportedException($"A prepared statement takes no {other.GetType()}."),
            });
        }
    }

    /// <summary>True where there is a row to read.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result is raw.SQLITE_ROW;
    }

    /// <summary>Lets go of what the statement has read: until then it holds its moment of the database.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) is raw.SQLITE_NULL;

    public override string GetText(int column) => Encoding.UTF8.GetString(Utf8(column));

    public override Guid GetGuid(int column) => Guid.Parse(Utf8(column));

    public override int GetInteger(int column) => raw.sqlite3_column_int(statement, column);

    public override bool GetBoolean(int column) => raw.sqlite3_column_int(statement, column) != 0;

    public override decimal GetDecimal(int column) => (decimal)raw.sqlite3_column_double(statement, column);

    public override DateTimeOffset GetTime(int column)
    {
        Span<char> text = stackalloc char[LongestTime];
        int length = Encoding.UTF8.GetChars(Utf8(column), text);
        return DateTimeOffset.Parse(text[..length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    public override byte[] GetBytes(int column) => Utf8(column).ToArray();

    /// <summary>The bytes of a blob, and of a text, which the file keeps in UTF-8.</summary>
    private ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    private int Bind(int place, Guid guid)
    {
        Span<byte> text = stackalloc byte[GuidLength];
        guid.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, place, text);
    }

    private int Bind(int place, DateTime time)
    {
        Span<byte> text = stackalloc byte[LongestTime];
        time.TryFormat(text, out int length, TimeFormat, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, place, text[..length]);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
