using System.Data.Common;
using System.Globalization;
using System.Text;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Internship.Attachments;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MentorCourseLti.Data.Backups;

/// <summary>
/// Fills a database from a backup: its schema is brought to where the backup's was, the rows come in one transaction, and then
/// the schema is brought up to date. A backup of SQLite can be restored into PostgreSQL, and the other way round. (Decision 7.)
/// </summary>
internal sealed class BackupRestorer(CourseDb db, DatabaseOptions options, FileStore files)
{
    // SQLite takes 32,766 parameters and PostgreSQL 65,535; more than some hundreds win nothing.
    private const int MostParameters = 2_000;

    /// <param name="replace">Replaces what there is. Without it a database with courses or platforms is left alone.</param>
    public async Task RestoreAsync(BackupArchive backup, bool replace, CancellationToken cancel)
    {
        string target = db.Database.GetMigrations().LastOrDefault(id => MigrationName.Of(id) == backup.Manifest.Migration)
            ?? throw new BackupException("This backup was made by a newer version of Mentor Course. Install that version, or a later one, and restore with it. Nothing was changed.");
        if (options.Provider is DatabaseProvider.Sqlite)
            DatabaseSetup.CreateFolder(options.SqliteFile);
        if (!replace && await HasDataAsync(cancel))
            throw new BackupException("This database has courses or platforms already. Restore into an empty one, or say --replace yes to lose what is in this one.");

        // Files first: what is not named yet does no harm, and is swept if the rest does not follow.
        foreach (var file in backup.Manifest.Files)
            await RestoreFileAsync(backup, file, cancel);
        await db.GetService<IMigrator>().MigrateAsync(target, cancel);
        await FillAsync(backup, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private async Task<bool> HasDataAsync(CancellationToken cancel)
    {
        // Without a schema there is nothing to ask.
        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
            return false;
        return await db.Courses.AnyAsync(cancel) || await db.Platforms.AnyAsync(cancel);
    }

    private async Task RestoreFileAsync(BackupArchive backup, BackupFile file, CancellationToken cancel)
    {
        await using var content = await backup.OpenAsync(file, cancel);
        await files.PutBackAsync(new AttachmentId(file.Id), content, cancel);
    }

    private async Task FillAsync(BackupArchive backup, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // A program that ran on this database has made keys of its own, and visits refer to what goes.
        await ExecuteAsync(transaction, "DELETE FROM \"Visits\"", cancel);
        // What was noted of a course goes only after it: see AuditGuard.
        foreach (var table in backup.Manifest.Tables.Reverse().OrderBy(table => table.Name == AuditGuard.Table))
            await ExecuteAsync(transaction, $"DELETE FROM \"{table.Name}\"", cancel);
        foreach (var table in backup.Manifest.Tables)
        {
            await FillAsync(backup, table, transaction, cancel);
            if (connection is not SqliteConnection)
                await GoOnCountingAsync(table, transaction, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task FillAsync(BackupArchive backup, BackupTable table, DbTransaction transaction, CancellationToken cancel)
    {
        int rowsAtOnce = Math.Max(1, MostParameters / table.Columns.Count);
        await using var whole = Insert(table, rowsAtOnce, transaction);
        await foreach (object[][] rows in backup.ReadAsync(table, cancel).Chunk(rowsAtOnce).WithCancellation(cancel))
        {
            if (rows.Length == rowsAtOnce)
            {
                await ExecuteAsync(whole, rows, cancel);
                continue;
            }

            await using var rest = Insert(table, rows.Length, transaction);
            await ExecuteAsync(rest, rows, cancel);
        }
    }

    private static DbCommand Insert(BackupTable table, int rows, DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder($"INSERT INTO \"{table.Name}\" ({Sql.Names(table.Columns)}) VALUES ");
        for (int row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (int column = 0; column < table.Columns.Count; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                parameter.DbType = table.Columns[column].Type.DbTypeOf();
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private static async Task ExecuteAsync(DbCommand insert, object[][] rows, CancellationToken cancel)
    {
        int parameter = 0;
        foreach (object value in rows.SelectMany(row => row))
            insert.Parameters[parameter++].Value = Fit(insert, value);
        await insert.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>SQLite would keep a decimal as text, which neither sorts nor sums.</summary>
    private static object Fit(DbCommand command, object value) => value is decimal number && command is SqliteCommand ? (double)number : value;

    /// <summary>PostgreSQL counts ids by itself: it goes on after the highest.</summary>
    private static async Task GoOnCountingAsync(BackupTable table, DbTransaction transaction, CancellationToken cancel)
    {
        foreach (var column in table.Columns.Where(column => column is { Name: "Id", Type: ColumnType.Integer }))
        {
            await ExecuteAsync(
                transaction,
                $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}'), (SELECT COALESCE(MAX(\"{column.Name}\"), 0) + 1 FROM \"{table.Name}\"), false)",
                cancel);
        }
    }

    private static async Task ExecuteAsync(DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
