using Lti.Grades.Internal;
using Lti.Platforms;
using Lti.Services;
using Lti.Services.Internal;

namespace Lti.Grades;

/// <summary>
/// A platform's gradebook (AGS 2.0). Addresses come from launches and from line items; each may carry a query. Nothing here repeats a call
/// (but for one 401), waits or throws for a platform's failure: the caller keeps the calls of one course one after another and
/// decides when to try again.
/// </summary>
public sealed class GradeService
{
    // One token for all of it. A platform that grants less says so in the token's scope.
    private static readonly string[] TokenScopes =
        [AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score];

    private readonly LtiHttp _http;
    private readonly LineItemFinder _finder;

    internal GradeService(LtiHttp http)
    {
        _http = http;
        _finder = new LineItemFinder(this);
    }

    /// <summary>
    /// Finds the wanted column, or makes it: looks among the columns of <see cref="LineItem.ResourceLinkId"/>, then for
    /// <see cref="LineItem.ResourceId"/> and <see cref="LineItem.Tag"/>. Within this process two callers never make the same column
    /// twice; across nodes the caller holds a lock. An existing column is returned as it is: its label and maximum may differ.
    /// </summary>
    /// <param name="platform">The platform.</param>
    /// <param name="ags">The end points of a launch in the course.</param>
    /// <param name="wanted">The column; <see cref="LineItem.Id"/> is not used.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column with its address. Refused with status 0 when the launch offered no columns.</returns>
    public Task<ServiceAnswer<LineItem>> FindOrCreateLineItemAsync(
        Platform platform, AgsEndpoint ags, LineItem wanted, CancellationToken cancel) =>
        _finder.FindOrCreateAsync(platform, ags, wanted, cancel);

    /// <summary>The columns of a course that this tool may see (AGS 2.0, 3.2.2), every page of them.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItems">The container's address.</param>
    /// <param name="resourceLinkId">Only those of one link; null for any. A platform may ignore it.</param>
    /// <param name="resourceId">Only those of one resource; null for any. A platform may ignore it.</param>
    /// <param name="tag">Only those with a tag; null for any. A platform may ignore it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The columns.</returns>
    public async Task<ServiceAnswer<IReadOnlyList<LineItem>>> ListLineItemsAsync(
        Platform platform, Uri lineItems, string? resourceLinkId, string? resourceId, string? tag, CancellationToken cancel)
    {
        var address = lineItems
            .With("resource_link_id", resourceLinkId)
            .With("resource_id", resourceId)
            .With("tag", tag)
            .With("limit", LmsQuirks.PageSize(platform));
        var call = Call(platform, HttpMethod.Get, address, AgsScopes.LineItemReadOnly, AgsMediaTypes.LineItems);
        return await PagesAsync(call, AgsReading.ReadLineItems, cancel);
    }

    /// <summary>Makes a column without looking (AGS 2.0, 3.2.6): see <see cref="FindOrCreateLineItemAsync"/>.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItems">The container's address.</param>
    /// <param name="lineItem">The column.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column with its address.</returns>
    public Task<ServiceAnswer<LineItem>> CreateLineItemAsync(Platform platform, Uri lineItems, LineItem lineItem, CancellationToken cancel)
    {
        var call = Call(platform, HttpMethod.Post, lineItems, AgsScopes.LineItem, AgsMediaTypes.LineItem);
        var body = AgsWriting.Write(lineItem with { Id = null });
        return LineItemAsync(call with { ContentType = AgsMediaTypes.LineItem, Body = body }, cancel);
    }

    /// <summary>Reads a column (AGS 2.0, 3.2.4).</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">Its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column; refused with 404 when it was deleted.</returns>
    public Task<ServiceAnswer<LineItem>> ReadLineItemAsync(Platform platform, Uri lineItem, CancellationToken cancel) =>
        LineItemAsync(Call(platform, HttpMethod.Get, lineItem, AgsScopes.LineItemReadOnly, AgsMediaTypes.LineItem), cancel);

    /// <summary>Changes a column (AGS 2.0, 3.2.7). What is null here is cleared there.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">The column with its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The column as it is now.</returns>
    public Task<ServiceAnswer<LineItem>> UpdateLineItemAsync(Platform platform, LineItem lineItem, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lineItem);
        var address = lineItem.Id ?? throw new ArgumentException("The line item has no address.", nameof(lineItem));
        var call = Call(platform, HttpMethod.Put, address, AgsScopes.LineItem, AgsMediaTypes.LineItem);
        return LineItemAsync(call with { ContentType = AgsMediaTypes.LineItem, Body = AgsWriting.Write(lineItem) }, cancel);
    }

    /// <summary>Deletes a column with its grades (AGS 2.0, 3.2.8).</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">Its address.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is gone; refused with 404 when it was gone before.</returns>
    public async Task<ServiceAnswer<Accepted>> DeleteLineItemAsync(Platform platform, Uri lineItem, CancellationToken cancel)
    {
        var answer = await _http.SendAsync(Call(platform, HttpMethod.Delete, lineItem, AgsScopes.LineItem, AgsMediaTypes.LineItem), cancel);
        return answer is ServiceAnswer<ServiceReply>.Ok ok
            ? new ServiceAnswer<Accepted>.Ok(new Accepted(null), ok.Status)
            : answer.Failure<Accepted>();
    }

    /// <summary>Sends one person's score (AGS 2.0, 3.4.2).</summary>
    /// <param name="platform">The platform; its <see cref="Platform.Family"/> decides about comments and Canvas's extension.</param>
    /// <param name="lineItem">The column's address.</param>
    /// <param name="score">The score.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>
    /// Whether it was taken. Refused with 409 (Moodle) or 400 (Canvas) when the gradebook holds something as new: read the result before
    /// trying again. Refused with 422 (Canvas) when the person is no student there or has no attempt left.
    /// </returns>
    /// <exception cref="ArgumentException">Points without a positive maximum.</exception>
    public async Task<ServiceAnswer<Accepted>> SendScoreAsync(Platform platform, Uri lineItem, Score score, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(score);
        // 3.4.4: scoreMaximum is required with scoreGiven.
        if (score.ScoreGiven is not null && score.ScoreMaximum is not > 0)
            throw new ArgumentException("Points need a maximum above 0.", nameof(score));

        var call = Call(platform, HttpMethod.Post, AgsAddresses.Below(lineItem, "scores"), AgsScopes.Score, AgsMediaTypes.Score) with
        {
            ContentType = AgsMediaTypes.Score,
            Body = AgsWriting.Write(score, platform),
        };
        var answer = await _http.SendAsync(call, cancel);
        return answer is ServiceAnswer<ServiceReply>.Ok { Value: var reply }
            ? new ServiceAnswer<Accepted>.Ok(AgsReading.ReadScoreReply(reply.Body), reply.Status)
            : answer.Failure<Accepted>();
    }

    /// <summary>Reads what stands in the gradebook (AGS 2.0, 3.3.2), every page of it.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="lineItem">The column's address.</param>
    /// <param name="userId">One person only, or null for all.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The results; people without one are left out.</returns>
    public async Task<ServiceAnswer<IReadOnlyList<Result>>> ReadResultsAsync(
        Platform platform, Uri lineItem, string? userId, CancellationToken cancel)
    {
        var address = AgsAddresses.Below(lineItem, "results").With("user_id", userId).With("limit", LmsQuirks.PageSize(platform));
        var call = Call(platform, HttpMethod.Get, address, AgsScopes.ResultReadOnly, AgsMediaTypes.Results);
        return await PagesAsync(call, AgsReading.ReadResults, cancel);
    }

    private async Task<ServiceAnswer<LineItem>> LineItemAsync(ServiceCall call, CancellationToken cancel)
    {
        var answer = await _http.SendAsync(call, cancel);
        if (answer is not ServiceAnswer<ServiceReply>.Ok { Value: var reply })
            return answer.Failure<LineItem>();
        return AgsReading.ReadLineItem(reply.Body) is { } item
            ? new ServiceAnswer<LineItem>.Ok(item, reply.Status)
            : Unreadable<LineItem>(reply.Status);
    }

    private async Task<ServiceAnswer<IReadOnlyList<T>>> PagesAsync<T>(
        ServiceCall call, Func<byte[], List<T>?> read, CancellationToken cancel)
    {
        var answer = await _http.SendPagedAsync(call, cancel);
        if (answer is not ServiceAnswer<IReadOnlyList<ServiceReply>>.Ok { Value: var pages })
            return answer.Failure<IReadOnlyList<T>>();

        var all = new List<T>();
        foreach (var page in pages)
        {
            if (read(page.Body) is not { } rows)
                return Unreadable<IReadOnlyList<T>>(page.Status);
            all.AddRange(rows);
        }

        return new ServiceAnswer<IReadOnlyList<T>>.Ok(all, 200);
    }

    // As a rule a proxy's page for people ("maintenance") with status 200.
    private static ServiceAnswer<T>.TryLater Unreadable<T>(int status) => new(status, null, "The LMS's answer could not be read.");

    private static ServiceCall Call(Platform platform, HttpMethod method, Uri address, string scope, string accept) => new()
    {
        Platform = platform,
        Method = method,
        Address = address,
        Scope = scope,
        TokenScopes = TokenScopes,
        Accept = accept,
    };
}
