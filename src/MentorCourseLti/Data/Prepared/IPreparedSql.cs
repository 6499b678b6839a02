namespace MentorCourseLti.Data.Prepared;

/// <summary>
/// Statements written in SQL and kept prepared, for the few that every launch and every request run: there EF Core's
/// own cost, a tenth of a millisecond, would be most of the request. Everything else goes through <see cref="CourseDb"/>.
/// Parameters are named <c>$1</c>, <c>$2</c> and so on in both databases. Statements are constants: each is kept for good. Whoever reads a row asks nothing else meanwhile.
/// </summary>
public interface IPreparedSql
{
    /// <summary>The first row, or nothing.</summary>
    ValueTask<T?> FirstAsync<T>(string sql, Func<PreparedRow, T> read, CancellationToken cancel, params ReadOnlySpan<object?> arguments)
        where T : class;

    /// <summary>
    /// Runs a statement that writes, without waiting for the disk: for what a power cut may take back. Returns the rows
    /// that it wrote. (Decision 4.)
    /// </summary>
    ValueTask<int> WriteRelaxedAsync(string sql, CancellationToken cancel, params ReadOnlySpan<object?> arguments);
}
