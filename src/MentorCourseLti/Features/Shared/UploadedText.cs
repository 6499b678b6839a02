using System.Text;

namespace MentorCourseLti.Features.Shared;

/// <summary>A text that somebody chose as a file.</summary>
internal static class UploadedText
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What it says; of one that is longer, a character more than the most, so that whoever reads it can tell.</summary>
    public static async Task<string> ReadAsync(IFormFile file, int most, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(file, Strict, most, cancel);
        }
        catch (DecoderFallbackException)
        {
            // Excel's plain "CSV" is in the code page of Windows: read as UTF-8, every é of a name would be lost.
            return await ReadAsync(file, Windows, most, cancel);
        }
    }

    private static async Task<string> ReadAsync(IFormFile file, Encoding encoding, int most, CancellationToken cancel)
    {
        using var reader = new StreamReader(file.OpenReadStream(), encoding);
        char[] text = new char[(int)Math.Min(file.Length, most) + 1];
        return new string(text, 0, await reader.ReadBlockAsync(text, cancel));
    }
}
