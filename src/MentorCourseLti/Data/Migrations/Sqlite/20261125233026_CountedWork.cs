using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_Attempts_SubmissionId_GradedAt_Number_Id",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_AttemptId_ReleasedAt_Score_OutOf",
                table: "Assessments");
        }
    }
}
