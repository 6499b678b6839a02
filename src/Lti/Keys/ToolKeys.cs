using Microsoft.IdentityModel.Tokens;

namespace Lti.Keys;

/// <summary>The tool's signing keys.</summary>
public sealed class ToolKeys
{
    /// <summary>The key that signs now. Makes the first one when there is none.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>RS256 credentials with the key's <c>kid</c>.</returns>
    public ValueTask<SigningCredentials> SigningKeyAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>The public key set (RFC 7517, 5), UTF-8 JSON.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The bytes to publish.</returns>
    public ValueTask<ReadOnlyMemory<byte>> PublishedAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Makes a new key.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The new key.</returns>
    public Task<ToolKey> RotateAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Removes retired keys after their overlap.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>How many were removed.</returns>
    public Task<int> RemoveExpiredAsync(CancellationToken cancel) => throw new NotSupportedException();
}
