namespace MentorCourseLti.Data.Prepared;

/// <summary>
/// A row that a prepared statement found, good only while it is being read: the next request may use the statement. Columns count from 0. What may be
/// missing is asked for by <c>Find</c> or after <see cref="IsNull"/>: SQLite reads nothing as empty or 0, PostgreSQL throws.
/// </summary>
public abstract class PreparedRow
{
    public abstract bool IsNull(int column);

    public abstract string GetText(int column);

    public abstract Guid GetGuid(int column);

    public abstract int GetInteger(int column);

    public abstract bool GetBoolean(int column);

    public abstract decimal GetDecimal(int column);

    /// <summary>Both databases keep times in UTC.</summary>
    public abstract DateTimeOffset GetTime(int column);

    public abstract byte[] GetBytes(int column);

    public string? FindText(int column) => IsNull(column) ? null : GetText(column);

    public Guid? FindGuid(int column) => IsNull(column) ? null : GetGuid(column);

    public DateTimeOffset? FindTime(int column) => IsNull(column) ? null : GetTime(column);
}
