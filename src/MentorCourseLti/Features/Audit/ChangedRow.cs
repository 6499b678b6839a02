using System.Globalization;
using MentorCourseLti.Internship.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentorCourseLti.Features.Audit;

/// <summary>A row that is about to be written, and what of it is otherwise now.</summary>
internal sealed class ChangedRow(EntityEntry row)
{
    private readonly List<AuditChange> changes = [];

    public bool IsAdded => row.State is EntityState.Added;

    public bool IsDeleted => row.State is EntityState.Deleted;

    public bool HasChanges => changes.Count > 0;

    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string? Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>What is stored; nothing where the row is new.</summary>
    public T? Was<T>(string property) => IsAdded ? default : (T?)row.Property(property).OriginalValue;

    /// <summary>Notes a property, where it says something else than before.</summary>
    public void Note<T>(AuditField field, string property, Func<T, string?> write) =>
        Note(field, IsAdded ? null : write((T)row.Property(property).OriginalValue!), IsDeleted ? null : write((T)row.Property(property).CurrentValue!));

    public void Note(AuditField field, string? was, string? @is)
    {
        if (was != @is)
            changes.Add(new AuditChange(field, was, @is));
    }

    /// <summary>Notes that something changed of which neither is kept.</summary>
    public void NoteOnly(AuditField field) => changes.Add(new AuditChange(field, Was: null, Is: null));

    public NotedAct As(AuditAct act) => new(act) { Changes = changes };
}
