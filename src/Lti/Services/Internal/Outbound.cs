using System.Net;
using System.Net.Sockets;
using Lti.Hosting;
using Microsoft.Extensions.Options;

namespace Lti.Services.Internal;

/// <summary>
/// Every outbound call of the library goes through here: no redirects, no cookies, a time-out and a size limit for each, and no inside
/// address unless the options allow it. Network failures come back as data.
/// </summary>
internal sealed class Outbound : IDisposable
{
    private readonly HttpClient _client;
    private readonly bool _allowPrivateNetworks;
    private readonly string _userAgent;

    public Outbound(IOptions<LtiOptions> options)
    {
        _allowPrivateNetworks = options.Value.AllowPrivateNetworks;
        _userAgent = options.Value.UserAgent;
        var handler = new SocketsHttpHandler
        {
            // A bearer token goes where it was meant to go, and nowhere else.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // DNS changes are noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = _allowPrivateNetworks,
        };
        if (!_allowPrivateNetworks)
            handler.ConnectCallback = AddressGuard.ConnectAsync;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<OutboundAnswer> SendAsync(HttpRequestMessage request, int largestBody, TimeSpan timeOut, CancellationToken cancel)
    {
        if (!_allowPrivateNetworks && request.RequestUri?.Scheme is not "https")
            return new OutboundAnswer.Failed("The address is not https.", Permanent: true);

        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeOut);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await response.Content.LoadIntoBufferAsync(largestBody, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return new OutboundAnswer.Received((int)response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new OutboundAnswer.Failed($"It did not answer within {timeOut.TotalSeconds:0} seconds.", Permanent: false);
        }
        catch (HttpRequestException e)
        {
            return Explain(e);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return new OutboundAnswer.Failed("The connection broke.", Permanent: false);
        }
        catch (Exception e) when (e is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            // A broken Brotli stream is the latter.
            return new OutboundAnswer.Failed("Its answer could not be decompressed.", Permanent: false);
        }
    }

    private static OutboundAnswer.Failed Explain(HttpRequestException e) => e switch
    {
        { InnerException: AddressRefusedException } => new OutboundAnswer.Failed(
            "The address is on a private network, which the settings do not allow (AllowPrivateNetworks).", Permanent: true),
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new OutboundAnswer.Failed("Its answer is too large.", Permanent: true),
        { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new OutboundAnswer.Failed("Its name is not known (DNS).", Permanent: false),
        { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new OutboundAnswer.Failed("A secure connection could not be made (TLS certificate).", Permanent: false),
        _ => new OutboundAnswer.Failed("No connection could be made.", Permanent: false),
    };

    public void Dispose() => _client.Dispose();
}
