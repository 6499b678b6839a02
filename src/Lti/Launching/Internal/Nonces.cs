using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Lti.Launching.Internal;

/// <summary>
/// Nonces in the shape of a version 7 UUID (RFC 9562, 5.7): 48 bits of time, so that a store of spent ones grows at its end, and 74 random
/// bits, which nobody guesses in the minutes that a login lives.
/// </summary>
internal static class Nonces
{
    public static string Make(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, now.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return Base64Url.EncodeToString(bytes);
    }
}
