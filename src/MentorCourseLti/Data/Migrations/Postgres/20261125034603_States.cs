using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class States : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LogEntries_ActivityId_MemberId_StartsAt",
                table: "LogEntries");

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Submissions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Differs",
                table: "Deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""
                UPDATE "Submissions" SET "State" = CASE
                    WHEN EXISTS (SELECT 1 FROM "Attempts" AS attempt WHERE attempt."SubmissionId" = "Submissions"."Id" AND attempt."TakenBackAt" IS NULL AND attempt."GradedAt" IS NOT NULL) THEN 3
                    WHEN EXISTS (SELECT 1 FROM "Attempts" AS attempt WHERE attempt."SubmissionId" = "Submissions"."Id" AND attempt."TakenBackAt" IS NULL) THEN 2
                    WHEN "DraftSavedAt" IS NOT NULL THEN 1
                    ELSE 0 END
                """);
            // The next reading of each column says it exactly.
            migrationBuilder.Sql("""
                UPDATE "Deliveries" SET "Differs" = TRUE
                WHERE "SeenAt" IS NOT NULL AND "SentScore" IS NOT NULL
                    AND ("SeenScore" IS NULL OR ABS("SeenScore" * "SentOutOf" - "SentScore" * COALESCE("SeenOutOf", "SentOutOf")) > 0.01 * "SentOutOf")
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId",
                table: "Submissions",
                columns: new[] { "CourseId", "ActivityId", "State", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_ActivityId_MemberId_State_Minutes_StartsAt",
                table: "LogEntries",
                columns: new[] { "ActivityId", "MemberId", "State", "Minutes", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Cells",
                table: "Deliveries",
                columns: new[] { "CourseId", "MemberId", "ActivityId", "Id", "Score", "State", "Differs" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_ActivityId_MemberId_State_Minutes_StartsAt",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Cells",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Differs",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_ActivityId_MemberId_StartsAt",
                table: "LogEntries",
                columns: new[] { "ActivityId", "MemberId", "StartsAt" });
        }
    }
}
