using System.Security.Cryptography;
using System.Text;

namespace MentorCourseLti.Hosting;

/// <summary>Stands for a text where the text itself need not, or should not, be shown: 16 hexadecimal digits.</summary>
internal static class ShortDigest
{
    private const int Bytes = 8;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
