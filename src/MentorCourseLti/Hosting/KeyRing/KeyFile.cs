using System.Security.Cryptography;

namespace MentorCourseLti.Hosting.KeyRing;

/// <summary>
/// Keys in a file of their own: 32 bytes in base64, one a line. The first seals what is new, all of them open what is older: a new key is put in
/// above the others.
/// </summary>
internal sealed class KeyFile
{
    private const int KeyBytes = 32;
    private const int NameLength = 16;
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly IReadOnlyList<byte[]> keys;

    private KeyFile(IReadOnlyList<byte[]> keys) => this.keys = keys;

    /// <summary>What a sealed text says of the key that opens it; it gives nothing of the key away.</summary>
    public string Name => NameOf(keys[0]);

    public static KeyFile Read(string path)
    {
        try
        {
            var read = File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Convert.FromBase64String).ToList();
            return read.Count > 0 && read.TrueForAll(key => key.Length == KeyBytes)
                ? new KeyFile(read)
                : throw new SettingsException($"MentorCourse:KeyRing:KeyFile: {path} must hold keys of 32 bytes in base64, one a line (\"keys make-file\" writes one).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new SettingsException($"MentorCourse:KeyRing:KeyFile: {path} cannot be read as a key file: {exception.Message}");
        }
    }

    /// <summary>Writes a new file with one key, which only its owner may read.</summary>
    /// <exception cref="IOException">There is a file of that name already, or none can be written.</exception>
    public static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.WriteLine("# Opens what Mentor Course keeps of its keys in the database. Without it they are lost: keep a copy apart from the backups.");
        file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
    }

    public string Seal(byte[] plain)
    {
        Span<byte> bytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(bytes[..NonceBytes]);
        using var aes = new AesGcm(keys[0], TagBytes);
        aes.Encrypt(bytes[..NonceBytes], plain, bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes));
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="CryptographicException">No key of this file made it.</exception>
    public byte[] Open(string name, string text)
    {
        byte[] key = keys.FirstOrDefault(one => NameOf(one) == name)
            ?? throw new CryptographicException($"The key {name}, which sealed this, is not in the file that MentorCourse:KeyRing:KeyFile names.");
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(text);
        byte[] plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain);
        return plain;
    }

    private static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..NameLength];
}
