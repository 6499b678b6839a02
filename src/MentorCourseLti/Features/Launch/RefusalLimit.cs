using System.Threading.RateLimiting;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// How many refusals an address is given a page for. Only refusals are counted: a class that launches at once behind one address is never
/// in the way of anybody, nor is an attacker behind it in the way of the class.
/// </summary>
internal sealed class RefusalLimit : IDisposable
{
    public const int PerMinute = 120;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Counts a refusal. False where the address has had too many of them.</summary>
    public bool MayHaveAPage(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
