namespace MentorCourseLti.Data.Backups;

/// <summary>What a backup says of itself. It is written last: a backup without it is one that broke off.</summary>
/// <param name="Format">How the archive is laid out.</param>
/// <param name="Migration">Name of the newest migration of the database that it was made of.</param>
/// <param name="Tables">In the order in which they can be filled: what is referred to comes first.</param>
/// <param name="Missing">Attachments whose file was lost before the backup was made.</param>
internal sealed record BackupManifest(int Format, DateTime MadeAt, string Migration, IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupFile> Files, IReadOnlyList<Guid> Missing)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";
}

/// <param name="Digest">SHA-256 of its rows as they stand in the archive, in hexadecimal.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, string Digest)
{
    public string Entry => $"tables/{Name}.jsonl";
}

internal sealed record BackupColumn(string Name, ColumnType Type);

/// <param name="Id">Of the attachment.</param>
internal sealed record BackupFile(Guid Id, string Digest)
{
    public string Entry => $"files/{Id:N}";
}
