using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.Launches;

/// <summary>Signs one worker's launch messages, with as little work as RS256 permits.</summary>
internal sealed class LaunchSigner(LaunchPlatform platform) : IDisposable
{
    private static readonly string Header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"typ":"JWT","alg":"RS256","kid":"{{LaunchPlatform.KeyId}}"}"""));

    private readonly RSA rsa = platform.OwnKey();
    private readonly byte[] signature = new byte[256];
    private byte[] payload = new byte[8_192];
    private byte[] signed = new byte[16_384];

    public string Sign(Mentor mentor, string nonce)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string own = string.Create(CultureInfo.InvariantCulture, $$"""{"nonce":"{{nonce}}","iat":{{now}},"exp":{{now + 60}},""");
        int length = Encoding.ASCII.GetBytes(own, payload);
        mentor.Claims.CopyTo(payload, length);
        length += mentor.Claims.Length;
        payload[length++] = (byte)'}';

        int end = Encoding.ASCII.GetBytes(Header, signed);
        signed[end++] = (byte)'.';
        end += Base64Url.EncodeToUtf8(payload.AsSpan(0, length), signed.AsSpan(end));
        rsa.SignData(signed.AsSpan(0, end), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        signed[end++] = (byte)'.';
        end += Base64Url.EncodeToUtf8(signature, signed.AsSpan(end));
        return Encoding.ASCII.GetString(signed, 0, end);
    }

    public void Dispose() => rsa.Dispose();
}
