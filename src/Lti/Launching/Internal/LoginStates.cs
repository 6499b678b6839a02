using System.Buffers.Text;
using System.Security.Cryptography;
using Lti.Platforms;
using Microsoft.AspNetCore.DataProtection;

namespace Lti.Launching.Internal;

/// <summary>
/// Seals a <see cref="LoginState"/> into the <c>state</c> parameter and opens it again. Any node can open it, and the server keeps
/// nothing for a login that is never finished.
/// </summary>
internal sealed class LoginStates(IDataProtectionProvider protection)
{
    private const int LongestState = 16_384;

    // The layout below is part of the purpose: another layout is another purpose, never a half-read state.
    private readonly IDataProtector _protector = protection.CreateProtector("Lti.Launching.LoginState.v1");

    public string Seal(LoginState state)
    {
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer);
        writer.Write(state.PlatformId.Value.ToByteArray());
        writer.Write(state.IssuedAt.ToUnixTimeMilliseconds());
        writer.Write(state.Nonce);
        writer.Write(state.CookieSuffix);
        writer.Write(state.BindingHash);
        writer.Write(state.Hints is not null);
        if (state.Hints is { } hints)
        {
            writer.Write(hints.LoginHint);
            writer.Write(hints.TargetLinkUri);
            writer.Write(hints.MessageHint ?? "");
            writer.Write(hints.DeploymentId ?? "");
        }

        return Base64Url.EncodeToString(_protector.Protect(buffer.ToArray()));
    }

    /// <summary>Opens a state; null when it was not sealed by us.</summary>
    public LoginState? Open(string? text)
    {
        if (text is null || text.Length > LongestState || !Base64Url.IsValid(text))
            return null;

        byte[] plain;
        try
        {
            plain = _protector.Unprotect(Base64Url.DecodeFromChars(text));
        }
        catch (CryptographicException)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(plain));
        return new LoginState
        {
            PlatformId = new PlatformId(new Guid(reader.ReadBytes(16))),
            IssuedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()),
            Nonce = reader.ReadString(),
            CookieSuffix = reader.ReadString(),
            BindingHash = reader.ReadBytes(SHA256.HashSizeInBytes),
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
