using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_MemberId_DraftSavedAt",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "ArchiveRuns");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_MemberId_State_ActivityId_DraftSavedAt",
                table: "Submissions",
                columns: new[] { "CourseId", "MemberId", "State", "ActivityId", "DraftSavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMessages_MadeAt",
                table: "ReminderMessages",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld",
                table: "LogEntries",
                columns: new[] { "CourseId", "State", "ActivityId", "MemberId", "NeedsAttention", "WasHeld" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts",
                columns: new[] { "SubmissionId", "GradedAt", "Number", "Id", "SetAsideAt", "HandedInAt", "FirstHandedInAt", "Words" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_MemberId_State_ActivityId_DraftSavedAt",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_ReminderMessages_MadeAt",
                table: "ReminderMessages");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention_WasHeld",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id_SetAsideAt_HandedInAt_FirstHandedInAt_Words",
                table: "Attempts");

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedAt",
                table: "ArchiveRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_MemberId_DraftSavedAt",
                table: "Submissions",
                columns: new[] { "CourseId", "MemberId", "DraftSavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention",
                table: "LogEntries",
                columns: new[] { "CourseId", "State", "ActivityId", "MemberId", "NeedsAttention" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id",
                table: "Attempts",
                columns: new[] { "SubmissionId", "GradedAt", "Number", "Id" });
        }
    }
}
