namespace Lti.Services;

/// <summary>What a platform's service answered. Closed: expected failures are data, only bugs throw.</summary>
/// <typeparam name="T">What a success holds.</typeparam>
public abstract record ServiceAnswer<T>
{
    private ServiceAnswer()
    {
    }

    /// <summary>It worked.</summary>
    /// <param name="Value">The answer.</param>
    /// <param name="Status">The HTTP status, 2xx.</param>
    public sealed record Ok(T Value, int Status) : ServiceAnswer<T>;

    /// <summary>A refusal that no repetition mends.</summary>
    /// <param name="Status">
    /// The HTTP status; 0 when no request was made, because it could not have been right. 401 where the platform did not accept who we
    /// are: a token, even a new one, or our client assertion (RFC 6749, 5.2: invalid_client). It may not have reached our key set.
    /// </param>
    /// <param name="Reason">An English sentence for people.</param>
    /// <param name="Body">The beginning of the answer as plain text, at most 500 characters, without tags.</param>
    public sealed record Refused(int Status, string Reason, string? Body) : ServiceAnswer<T>;

    /// <summary>A failure that may pass: 429, 403 with an exhausted rate limit, 408, 5xx, a time-out, no connection.</summary>
    /// <param name="Status">The HTTP status; null when there was no answer.</param>
    /// <param name="RetryAfter">How long the platform wants us to wait, if it said so.</param>
    /// <param name="Reason">An English sentence for people.</param>
    public sealed record TryLater(int? Status, TimeSpan? RetryAfter, string Reason) : ServiceAnswer<T>;

    /// <summary>Carries a failure over to another type of answer.</summary>
    internal ServiceAnswer<TOther> Failure<TOther>() => this switch
    {
        Refused r => new ServiceAnswer<TOther>.Refused(r.Status, r.Reason, r.Body),
        TryLater t => new ServiceAnswer<TOther>.TryLater(t.Status, t.RetryAfter, t.Reason),
        _ => throw new InvalidOperationException("A success is not a failure."),
    };
}
