using Microsoft.EntityFrameworkCore.Migrations;

namespace MentorCourseLti.Data;

/// <summary>
/// The database itself refuses to change or delete what was noted, whoever asks. An entry goes only after its course: that is how a restore, which
/// replaces everything, comes to an empty table.
/// </summary>
internal static class AuditGuard
{
    public const string Table = "AuditEntries";

    /// <summary>What is said to whoever tries.</summary>
    public const string Refusal = "What was noted is never changed.";

    public static void PutOnSqlite(MigrationBuilder migration)
    {
        migration.Sql($"""CREATE TRIGGER "{Table}_Update" BEFORE UPDATE ON "{Table}" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;""");
        migration.Sql($"""
            CREATE TRIGGER "{Table}_Delete" BEFORE DELETE ON "{Table}" WHEN EXISTS (SELECT 1 FROM "Courses" WHERE "Id" = OLD."CourseId")
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
            """);
    }

    public static void PutOnPostgres(MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    IF NOT EXISTS (SELECT 1 FROM "Courses" WHERE "Id" = OLD."CourseId") THEN
                        RETURN OLD;
                    END IF;
                END IF;
                RAISE EXCEPTION '{Refusal}';
            END
            $guard$;
            """);
        migration.Sql($"""CREATE TRIGGER "{Table}_Row" BEFORE UPDATE OR DELETE ON "{Table}" FOR EACH ROW EXECUTE FUNCTION audit_guard();""");
        migration.Sql($"""CREATE TRIGGER "{Table}_All" BEFORE TRUNCATE ON "{Table}" FOR EACH STATEMENT EXECUTE FUNCTION audit_guard();""");
    }

    /// <summary>After the table is gone, and its triggers with it.</summary>
    public static void TakeFromPostgres(MigrationBuilder migration) => migration.Sql("DROP FUNCTION audit_guard();");
}
