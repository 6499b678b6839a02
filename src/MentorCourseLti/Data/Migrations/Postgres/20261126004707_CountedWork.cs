using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State",
                table: "LogEntries");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId_Id",
                table: "Submissions",
                columns: new[] { "CourseId", "ActivityId", "State", "MemberId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention",
                table: "LogEntries",
                columns: new[] { "CourseId", "State", "ActivityId", "MemberId", "NeedsAttention" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id",
                table: "Attempts",
                columns: new[] { "SubmissionId", "GradedAt", "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments",
                columns: new[] { "AttemptId", "ReleasedAt", "Score", "OutOf" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId_Id",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_CourseId_State_ActivityId_MemberId_NeedsAttention",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_ActivityId_State_MemberId",
                table: "Submissions",
                columns: new[] { "CourseId", "ActivityId", "State", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_CourseId_State",
                table: "LogEntries",
                columns: new[] { "CourseId", "State" });
        }
    }
}
