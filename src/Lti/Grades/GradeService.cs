using Lti.Platforms;
using Lti.Services;

namespace Lti.Grades;

/// <summary>The gradebook services of a platform (AGS 2.0).</summary>
public sealed class GradeService
{
    /// <summary>Finds the column by link, then by resource and tag; makes one only when there is none.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="ags">Its end points from a launch.</param>
    /// <param name="wanted">The column.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column with its address.</returns>
    public Task<ServiceAnswer<LineItem>> FindOrCreateLineItemAsync(Platform platform, AgsEndpoint ags, LineItem wanted, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Reads a column.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">Its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column.</returns>
    public Task<ServiceAnswer<LineItem>> ReadLineItemAsync(Platform platform, Uri lineItem, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Changes a column.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">The column with its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column as it is now.</returns>
    public Task<ServiceAnswer<LineItem>> UpdateLineItemAsync(Platform platform, LineItem lineItem, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Deletes a column with its grades.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">Its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is gone.</returns>
    public Task<ServiceAnswer<Accepted>> DeleteLineItemAsync(Platform platform, Uri lineItem, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Sends a score.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">The column's address.</param>
    /// <param name="score">The score.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Whether it was taken.</returns>
    public Task<ServiceAnswer<Accepted>> SendScoreAsync(Platform platform, Uri lineItem, Score score, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Reads what stands in the gradebook.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">The column's address.</param>
    /// <param name="userId">One person only, or null for all.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The results of every page.</returns>
    public Task<ServiceAnswer<IReadOnlyList<Result>>> ReadResultsAsync(Platform platform, Uri lineItem, string? userId, CancellationToken cancel) => throw new NotSupportedException();
}
