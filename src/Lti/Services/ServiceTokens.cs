using System.Collections.Concurrent;
using Lti.Keys;
using Lti.Platforms;
using Lti.Services.Internal;
using Microsoft.Extensions.Logging;

namespace Lti.Services;

/// <summary>
/// Access tokens for a platform's services (security framework 1.0, 4.1: client credentials with private_key_jwt). Cached for each platform
/// and set of scopes until shortly before they expire; callers that need the same one at once share one request.
/// </summary>
public sealed class ServiceTokens
{
    private const string ReadOnly = ".readonly";

    private static readonly TimeSpan WideRefusalRemembered = TimeSpan.FromHours(1);

    private readonly TokenRequest _request;
    private readonly TimeProvider _time;
    private readonly ILogger<ServiceTokens> _log;
    private readonly ConcurrentDictionary<SlotKey, Slot> _slots = new();

    internal ServiceTokens(Outbound outbound, ToolKeys keys, TimeProvider time, ILogger<ServiceTokens> log)
    {
        _request = new TokenRequest(outbound, new ClientAssertion(keys, time), time);
        _time = time;
        _log = log;
    }

    /// <summary>A token that grants one scope.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="needed">The scope that must be granted.</param>
    /// <param name="wanted">
    /// Scopes to ask for in the same request, so that one token serves several services; <paramref name="needed"/> is one of them. A
    /// platform that refuses the whole for one of them (Canvas: invalid_scope) is asked for <paramref name="needed"/> alone.
    /// </param>
    /// <param name="cancel">Ends the wait; a request that others wait for too goes on.</param>
    /// <returns>The token; refused with 403 when the platform grants no <paramref name="needed"/>.</returns>
    public async ValueTask<ServiceAnswer<ServiceToken>> GetAsync(
        Platform platform, string needed, IReadOnlyCollection<string> wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(wanted);
        // A scope to write holds the one to read (AGS 2.0, 3.2.2: either will do).
        var wider = needed.EndsWith(ReadOnly, StringComparison.Ordinal) ? needed[..^ReadOnly.Length] : needed;
        var answer = await FromSlotAsync(platform, wanted, cancel);
        if (answer is ServiceAnswer<ServiceToken>.Refused { Status: 400 } && wanted.Count > 1)
            answer = await FromSlotAsync(platform, [needed], cancel);
        if (answer is ServiceAnswer<ServiceToken>.Refused { Status: 400 } && !ReferenceEquals(wider, needed))
            answer = await FromSlotAsync(platform, [wider], cancel);

        if (answer is not ServiceAnswer<ServiceToken>.Ok { Value.Scopes: var granted } || granted.Contains(needed) || granted.Contains(wider))
            return answer;
        return new ServiceAnswer<ServiceToken>.Refused(
            403, $"The LMS does not let this tool use {needed}: its administrator can allow it.", null);
    }

    /// <summary>Forgets a token that a service answered 401 to. Another one that was fetched meanwhile stays.</summary>
    /// <param name="token">The token.</param>
    public void Drop(ServiceToken token)
    {
        foreach (var slot in _slots.Values)
        {
            lock (slot.Gate)
            {
                if (slot.Answer is ServiceAnswer<ServiceToken>.Ok { Value: var held } && ReferenceEquals(held, token))
                    slot.Answer = null;
            }
        }
    }

    private async ValueTask<ServiceAnswer<ServiceToken>> FromSlotAsync(
        Platform platform, IReadOnlyCollection<string> scopes, CancellationToken cancel)
    {
        var scope = string.Join(' ', scopes.Order(StringComparer.Ordinal));
        var slot = _slots.GetOrAdd(new SlotKey(platform.Id, platform.ClientId, platform.TokenEndpoint, scope), static _ => new Slot());
        Task<ServiceAnswer<ServiceToken>> flight;
        lock (slot.Gate)
        {
            if (slot.Answer is { } held && _time.GetUtcNow() < slot.Until)
                return held;
            // Nobody who waits may cancel it for the others.
            flight = slot.Flight ??= Task.Run(() => FetchAsync(slot, platform, scope, isWide: scopes.Count > 1), CancellationToken.None);
        }

        return await flight.WaitAsync(cancel);
    }

    private async Task<ServiceAnswer<ServiceToken>> FetchAsync(Slot slot, Platform platform, string scope, bool isWide)
    {
        try
        {
            var answer = await _request.SendAsync(platform, scope, CancellationToken.None);
            lock (slot.Gate)
            {
                (slot.Answer, slot.Until) = answer switch
                {
                    ServiceAnswer<ServiceToken>.Ok ok => (answer, ok.Value.RenewAt),
                    // Only that the wide set is refused: a single scope is asked for again, since an administrator may have mended it.
                    ServiceAnswer<ServiceToken>.Refused { Status: 400 } when isWide => (answer, _time.GetUtcNow() + WideRefusalRemembered),
                    _ => (null, default),
                };
            }

            Log.TokenAnswered(_log, platform.Id, answer.GetType().Name, Reason(answer));
            return answer;
        }
        finally
        {
            lock (slot.Gate)
                slot.Flight = null;
        }
    }

    private static string? Reason(ServiceAnswer<ServiceToken> answer) => answer switch
    {
        ServiceAnswer<ServiceToken>.Refused refused => refused.Reason,
        ServiceAnswer<ServiceToken>.TryLater later => later.Reason,
        _ => null,
    };

    private readonly record struct SlotKey(PlatformId Platform, string ClientId, Uri TokenEndpoint, string Scope);

    private sealed class Slot
    {
        public Lock Gate { get; } = new();

        public ServiceAnswer<ServiceToken>? Answer { get; set; }

        public DateTimeOffset Until { get; set; }

        public Task<ServiceAnswer<ServiceToken>>? Flight { get; set; }
    }
}
