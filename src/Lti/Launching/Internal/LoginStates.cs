using System.Security.Cryptography;
using Lti.Platforms;

namespace Lti.Launching.Internal;

/// <summary>
/// Writes a <see cref="LoginState"/> into the <c>state</c> parameter, signed, and reads it again. Any node can read it, and the server
/// keeps nothing for a login that is never finished. It holds no secret: nonce and hints stand beside it in the same address.
/// </summary>
internal sealed class LoginStates(StateSeal seal)
{
    private const int LongestState = 16_384;

    // The first byte: another layout gets another number, so that no state is half read.
    private const byte Layout = 2;

    public string Seal(LoginState state)
    {
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer);
        writer.Write(Layout);
        writer.Write(state.PlatformId.Value.ToByteArray());
        writer.Write(state.IssuedAt.ToUnixTimeMilliseconds());
        writer.Write(state.Nonce);
        writer.Write(state.BindingName);
        writer.Write(state.BindingHash);
        writer.Write(state.StorageTarget ?? "");
        writer.Write(state.Hints is not null);
        if (state.Hints is { } hints)
        {
            writer.Write(hints.LoginHint);
            writer.Write(hints.TargetLinkUri);
            writer.Write(hints.MessageHint ?? "");
            writer.Write(hints.DeploymentId ?? "");
        }

        writer.Flush();
        return seal.Sign(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Opens a state; null when it was not signed by us.</summary>
    public LoginState? Open(string? text)
    {
        if (text is null || text.Length > LongestState || seal.Open(text) is not { } content)
            return null;

        using var reader = new BinaryReader(new MemoryStream(content));
        if (reader.ReadByte() != Layout)
            return null;
        return new LoginState
        {
            PlatformId = new PlatformId(new Guid(reader.ReadBytes(16))),
            IssuedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()),
            Nonce = reader.ReadString(),
            BindingName = reader.ReadString(),
            BindingHash = reader.ReadBytes(SHA256.HashSizeInBytes),
            StorageTarget = NullIfEmpty(reader.ReadString()),
            Hints = reader.ReadBoolean() ? ReadHints(reader) : null,
        };
    }

    private static LoginHints ReadHints(BinaryReader reader)
    {
        var loginHint = reader.ReadString();
        var target = reader.ReadString();
        var messageHint = reader.ReadString();
        var deployment = reader.ReadString();
        return new LoginHints(loginHint, NullIfEmpty(messageHint), target, NullIfEmpty(deployment));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
