using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Lti.Launching.Internal;

/// <summary>
/// A signed JWT in compact form (RFC 7515, 3.1), taken apart. Only the header is read; the payload stays bytes until somebody has
/// checked the signature.
/// </summary>
internal sealed class IdToken
{
    /// <summary>Far above any launch message; keeps what is decoded and hashed for a stranger small.</summary>
    public const int Longest = 100_000;

    // One strict reading: a name that stands twice could be read differently by the next program.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private IdToken(string? algorithm, string? keyId, byte[] signed, byte[] payload, byte[] signature)
    {
        Algorithm = algorithm;
        KeyId = keyId;
        Signed = signed;
        Payload = payload;
        Signature = signature;
    }

    public string? Algorithm { get; }

    public string? KeyId { get; }

    /// <summary>What was signed: header and payload as sent, with the dot.</summary>
    public byte[] Signed { get; }

    public byte[] Payload { get; }

    public byte[] Signature { get; }

    public static bool TryRead(string text, [NotNullWhen(true)] out IdToken? token)
    {
        token = null;
        var firstDot = text.IndexOf('.', StringComparison.Ordinal);
        var lastDot = text.LastIndexOf('.');
        if (text.Length > Longest || firstDot <= 0 || firstDot == lastDot)
            return false;

        try
        {
            // A third dot (an encrypted token, RFC 7516) is no base64url.
            var payload = Base64Url.DecodeFromChars(text.AsSpan(firstDot + 1, lastDot - firstDot - 1));
            var signature = Base64Url.DecodeFromChars(text.AsSpan(lastDot + 1));
            if (signature.Length == 0)
                return false;
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(text.AsSpan(0, firstDot)), Strict);
            if (header.RootElement.ValueKind is not JsonValueKind.Object)
                return false;
            // RFC 7515, 4.1.11: extensions that must be understood, and we understand none.
            if (header.RootElement.TryGetProperty("crit"u8, out _))
                return false;

            var signed = Encoding.ASCII.GetBytes(text, 0, lastDot);
            token = new IdToken(Text(header.RootElement, "alg"u8), Text(header.RootElement, "kid"u8), signed, payload, signature);
            return true;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is no UTF-8, or half a surrogate pair.
            return false;
        }
    }

    /// <summary>Reads the payload as JSON; null when it is none. Call only after the signature was found right.</summary>
    public JsonDocument? ReadPayload()
    {
        try
        {
            var payload = JsonDocument.Parse(Payload, Strict);
            if (payload.RootElement.ValueKind is JsonValueKind.Object)
                return payload;
            payload.Dispose();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Answered below.
        }

        return null;
    }

    private static string? Text(JsonElement header, ReadOnlySpan<byte> name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
