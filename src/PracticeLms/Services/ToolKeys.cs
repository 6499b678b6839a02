using Microsoft.IdentityModel.Tokens;
using PracticeLms.Hosting;

namespace PracticeLms.Services;

/// <summary>The tool's public keys, fetched from its key set: the only call this LMS ever makes.</summary>
internal sealed class ToolKeys(Addresses addresses) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1_000_000 };
    private (Uri From, IList<SecurityKey> Keys) known = (new("about:blank"), []);

    /// <summary>The key of that id; a key set that lacks it is fetched anew, since the tool may have rotated.</summary>
    /// <exception cref="HttpRequestException">The tool's key set cannot be had.</exception>
    public async Task<SecurityKey?> FindAsync(string keyId, bool anew, CancellationToken cancel)
    {
        if (!anew && known.From == addresses.ToolKeys && Find(keyId) is { } key) return key;

        var from = addresses.ToolKeys;
        try
        {
            known = (from, new JsonWebKeySet(await http.GetStringAsync(from, cancel)).GetSigningKeys());
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"The key set at {from} cannot be read.", unreadable);
        }

        return Find(keyId);
    }

    public void Dispose() => http.Dispose();

    private SecurityKey? Find(string keyId) => known.Keys.FirstOrDefault(key => key.KeyId == keyId);
}
