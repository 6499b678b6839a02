namespace PracticeLms.Troubles;

/// <summary>Decides which calls meet the present trouble. It does not outlive the process.</summary>
public sealed class Mischief(TimeProvider time)
{
    private readonly Lock door = new();
    private long calls;
    private int left;

    public Trouble Now { get; private set; } = Trouble.None;

    /// <summary>Calls that met a trouble since the start.</summary>
    public long Met { get; private set; }

    /// <summary>Tokens that were issued before are refused.</summary>
    internal DateTimeOffset? RevokedBefore { get; private set; }

    public void Cause(Trouble trouble)
    {
        lock (door)
        {
            // Revoking for good is done at once and is no trouble to the new tokens.
            if (trouble is { Kind: TroubleKind.Revoked, Share: >= 1, Count: null }) RevokedBefore = time.GetUtcNow();
            (Now, calls, left) = (trouble, 0, trouble.Count ?? int.MaxValue);
        }
    }

    public void End() => Cause(Trouble.None);

    /// <summary>The trouble that this call meets, or <see cref="Trouble.None"/>.</summary>
    internal Trouble Meet(bool atTokens)
    {
        if (Now.Kind == TroubleKind.None) return Trouble.None;

        lock (door)
        {
            if (atTokens && !Now.AlsoTokens) return Trouble.None;
            if (Now is { Kind: TroubleKind.Revoked, Share: >= 1, Count: null } || left == 0) return Trouble.None;

            calls++;
            if ((long)(calls * Now.Share) == (long)((calls - 1) * Now.Share)) return Trouble.None;

            Met++;
            var met = Now;
            if (Now.Count is not null && --left == 0) Now = Trouble.None;
            return met;
        }
    }
}
