using System.Net.Http.Headers;
using Lti.Platforms;
using Microsoft.Extensions.Logging;

namespace Lti.Services.Internal;

/// <summary>Calls to platforms' services, with a token, within limits, page by page.</summary>
internal sealed class LtiHttp(Outbound outbound, ServiceTokens tokens, TimeProvider time, ILogger<LtiHttp> log)
{
    private const int LargestPage = 4 * 1024 * 1024;

    // With ten rows a page, the smallest seen, this is a course of 5,000.
    private const int MostPages = 500;

    // Of one list, before any of it is read: a course of that many has about a kilobyte for each.
    private const long LargestList = 64L * 1024 * 1024;

    private static readonly TimeSpan LongestList = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    public async Task<ServiceAnswer<ServiceReply>> SendAsync(ServiceCall call, CancellationToken cancel)
    {
        var answer = await SendWithTokenAsync(call, cancel);
        if (answer is ServiceAnswer<ServiceReply>.Refused refused)
            Log.CallFailed(log, call.Platform.Id, call.Method, refused.Reason);
        else if (answer is ServiceAnswer<ServiceReply>.TryLater later)
            Log.CallFailed(log, call.Platform.Id, call.Method, later.Reason);
        return answer;
    }

    /// <summary>All pages of a container (AGS 2.0, 3.2.3; NRPS 2.0, 2.4.2). All or nothing: half a list misleads.</summary>
    public async Task<ServiceAnswer<IReadOnlyList<ServiceReply>>> SendPagedAsync(ServiceCall call, CancellationToken cancel)
    {
        var pages = new List<ServiceReply>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (started, length) = (time.GetTimestamp(), 0L);
        for (var address = call.Address; address is not null;)
        {
            if (pages.Count == MostPages || !seen.Add(address.AbsoluteUri))
                return Unending("The LMS's list does not end: its pages lead in a circle.");
            // A token goes only to where it was meant to go.
            if (!IsSameOrigin(address, call.Address))
                return Unending("The LMS's list goes on at another address, which is not followed.");

            var answer = await SendAsync(call with { Address = address }, cancel);
            if (answer is not ServiceAnswer<ServiceReply>.Ok { Value: var page })
                return answer.Failure<IReadOnlyList<ServiceReply>>();
            pages.Add(page);
            address = page.Next;
            length += page.Body.Length;
            if (length > LargestList)
                return Unending("The LMS's list is too large.");
            if (address is not null && time.GetElapsedTime(started) > LongestList)
                return new ServiceAnswer<IReadOnlyList<ServiceReply>>.TryLater(null, null, "The LMS takes too long for its list.");
        }

        return new ServiceAnswer<IReadOnlyList<ServiceReply>>.Ok(pages, 200);
    }

    private static ServiceAnswer<IReadOnlyList<ServiceReply>>.Refused Unending(string reason) => new(0, reason, null);

    private async Task<ServiceAnswer<ServiceReply>> SendWithTokenAsync(ServiceCall call, CancellationToken cancel)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var granted = await tokens.GetAsync(call.Platform, call.Scope, call.TokenScopes, cancel);
            if (granted is not ServiceAnswer<ServiceToken>.Ok { Value: var token })
                return granted.Failure<ServiceReply>();

            var answer = await SendOnceAsync(call, token, cancel);
            if (answer is not ServiceAnswer<ServiceReply>.Refused { Status: 401 })
                return answer;
            // A platform may revoke a token before its time: another one, once.
            tokens.Drop(token);
            if (!isFirst)
                return answer;
            Log.TokenRejected(log, call.Platform.Id, call.Method);
        }
    }

    private async Task<ServiceAnswer<ServiceReply>> SendOnceAsync(ServiceCall call, ServiceToken token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            // Without a charset: Moodle compares the whole value.
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        switch (await outbound.SendAsync(request, LargestPage, TimeOut, cancel))
        {
            case OutboundAnswer.Failed failed:
                return Answers.Failure<ServiceReply>(failed, "The LMS could not be reached.");
            case OutboundAnswer.Received { Status: >= 200 and < 300 } received:
                var reply = new ServiceReply(received.Status, received.Body, Next(received, call.Address));
                return new ServiceAnswer<ServiceReply>.Ok(reply, received.Status);
            case OutboundAnswer.Received received:
                return Answers.Classify<ServiceReply>(received, "The LMS refused", time);
            default:
                throw new InvalidOperationException("Outbound answers are closed.");
        }
    }

    private static Uri? Next(OutboundAnswer.Received received, Uri from) =>
        received.Headers.TryGetValues("Link", out var links) ? LinkHeader.Next(links, from) : null;

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme.Equals(other.Scheme, StringComparison.Ordinal)
        && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase)
        && one.Port == other.Port
        && one.UserInfo.Length == 0;
}
