using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkByCourse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_GroupId_StartsAt",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Mentees_GroupId",
                table: "Mentees");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments");

            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "LogEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CourseId",
                table: "Attempts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("""UPDATE "Attempts" SET "CourseId" = (SELECT "CourseId" FROM "Submissions" WHERE "Submissions"."Id" = "Attempts"."SubmissionId")""");
            migrationBuilder.Sql("""UPDATE "LogEntries" SET "GroupId" = (SELECT "GroupId" FROM "Sessions" WHERE "Sessions"."Id" = "LogEntries"."SessionId") WHERE "SessionId" IS NOT NULL""");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_GroupId_StartsAt_State_EndsAt_Minutes_Substitute",
                table: "Sessions",
                columns: new[] { "GroupId", "StartsAt", "State", "EndsAt", "Minutes", "Substitute" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_GroupId_LeftAt",
                table: "Mentees",
                columns: new[] { "GroupId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld_Minutes_GroupId_LoggedAt",
                table: "LogEntries",
                columns: new[] { "CourseId", "State", "ActivityId", "MemberId", "NeedsAttention", "WasHeld", "Minutes", "GroupId", "LoggedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_InTrouble",
                table: "Deliveries",
                columns: new[] { "CourseId", "ActivityId" },
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_CourseId_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts",
                columns: new[] { "CourseId", "SubmissionId", "GradedAt", "Number", "Id", "SetAsideAt", "HandedInAt", "FirstHandedInAt", "Words" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CourseId_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments",
                columns: new[] { "CourseId", "AttemptId", "ReleasedAt", "Score", "OutOf" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_GroupId_StartsAt_State_EndsAt_Minutes_Substitute",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Mentees_GroupId_LeftAt",
                table: "Mentees");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld_Minutes_GroupId_LoggedAt",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_InTrouble",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_CourseId_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_CourseId_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "CourseId",
                table: "Attempts");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_GroupId_StartsAt",
                table: "Sessions",
                columns: new[] { "GroupId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_GroupId",
                table: "Mentees",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld",
                table: "LogEntries",
                columns: new[] { "CourseId", "State", "ActivityId", "MemberId", "NeedsAttention", "WasHeld" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts",
                columns: new[] { "SubmissionId", "GradedAt", "Number", "Id", "SetAsideAt", "HandedInAt", "FirstHandedInAt", "Words" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments",
                columns: new[] { "AttemptId", "ReleasedAt", "Score", "OutOf" });
        }
    }
}
