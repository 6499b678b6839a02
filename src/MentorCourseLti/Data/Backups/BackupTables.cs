using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentorCourseLti.Data.Backups;

/// <summary>The tables of this version, as a backup lists them.</summary>
internal static class BackupTables
{
    /// <summary>Visits end with a restore anyway: people open their link again. So do downloads.</summary>
    private static readonly Type[] LeftOut = [typeof(Visit), typeof(ArchiveRun)];

    /// <summary>What is referred to comes before what refers to it.</summary>
    public static IReadOnlyList<BackupTable> Of(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var type in model.GetEntityTypes().Where(type => !LeftOut.Contains(type.ClrType)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
            Add(type, ordered);
        return [.. ordered.Select(Describe)];
    }

    private static void Add(IEntityType type, List<IEntityType> ordered)
    {
        if (ordered.Contains(type))
            return;
        foreach (var key in type.GetForeignKeys().Where(key => key.PrincipalEntityType != type))
            Add(key.PrincipalEntityType, ordered);
        ordered.Add(type);
    }

    private static BackupTable Describe(IEntityType type) => new(
        type.GetTableName()!,
        [.. type.GetProperties().Select(property => new BackupColumn(property.GetColumnName(), ColumnTypes.Of(property)))],
        Rows: 0, Digest: "");
}
