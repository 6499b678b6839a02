using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace MentorCourseLti.Data;

/// <summary>
/// What shows that a visit is this browser's: 128 random bits that only the visit's cookie holds. The database keeps
/// their digest, and the visit's forms carry another one (the token pattern of OWASP's cheat sheet on request forgery):
/// whoever reads either cannot make the cookie of it. Decision 5.
/// </summary>
public readonly record struct VisitKey
{
    private const int Length = 16;
    private const int TextLength = 22;

    private readonly UInt128 bits;

    private VisitKey(ReadOnlySpan<byte> bytes) => bits = BinaryPrimitives.ReadUInt128BigEndian(bytes);

    public static VisitKey New()
    {
        Span<byte> bytes = stackalloc byte[Length];
        RandomNumberGenerator.Fill(bytes);
        return new VisitKey(bytes);
    }

    /// <summary>Reads a cookie's value. Anybody can send any cookie.</summary>
    public static bool TryRead(string? text, out VisitKey key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bool isKey = text is { Length: TextLength } && Base64Url.TryDecodeFromChars(text, bytes, out int length) && length == Length;
        key = isKey ? new VisitKey(bytes) : default;
        return isKey;
    }

    /// <summary>What the database keeps: 32 bytes.</summary>
    public byte[] Digest() => DigestFor("visit"u8);

    public bool Matches(ReadOnlySpan<byte> digest) => CryptographicOperations.FixedTimeEquals(Digest(), digest);

    /// <summary>What the forms of the visit carry.</summary>
    public string FormToken() => Base64Url.EncodeToString(DigestFor("form"u8));

    /// <summary>The cookie's value.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        Write(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    private byte[] DigestFor(ReadOnlySpan<byte> purpose)
    {
        Span<byte> message = stackalloc byte[Length + 8];
        Write(message);
        purpose.CopyTo(message[Length..]);
        return SHA256.HashData(message[..(Length + purpose.Length)]);
    }

    private void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
}
