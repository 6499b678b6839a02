namespace Lti.Keys;

/// <summary>The tool's key pairs, kept by the application. Registered as a singleton or scoped; asked about once a minute.</summary>
public interface IToolKeyStore
{
    /// <summary>All keys, retired ones included.</summary>
    /// <param name="cancel">Ends the search.</param>
    /// <returns>The keys in any order.</returns>
    ValueTask<IReadOnlyList<ToolKey>> ListAsync(CancellationToken cancel);

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is stored.</returns>
    ValueTask AddAsync(ToolKey key, CancellationToken cancel);

    /// <summary>Replaces the key with the same <see cref="ToolKey.KeyId"/>; nothing when it is gone.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is stored.</returns>
    ValueTask UpdateAsync(ToolKey key, CancellationToken cancel);

    /// <summary>Removes a key for good; nothing when it is gone.</summary>
    /// <param name="keyId">Its <c>kid</c>.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>When it is gone.</returns>
    ValueTask RemoveAsync(string keyId, CancellationToken cancel);
}
