namespace MentorCourseLti.Data.Stores;

/// <summary>
/// Writes the one row that every launch writes, without waiting for the disk: a power cut may end a visit that was
/// opened in its last moment, and its person opens the link again. (Decision 4.)
/// </summary>
public interface IVisitWriter
{
    /// <summary>False where the nonce was spent before: nothing is written.</summary>
    ValueTask<bool> TryOpenAsync(Visit visit, CancellationToken cancel);
}
