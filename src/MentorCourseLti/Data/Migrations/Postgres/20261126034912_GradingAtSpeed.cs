using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GradingAtSpeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_MemberId",
                table: "Submissions");

            migrationBuilder.AddColumn<bool>(
                name: "IsTakenBack",
                table: "Deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Passages",
                table: "Assessments",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<bool>(
                name: "IsAnonymous",
                table: "Activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FeedbackAnswers",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenUpIn = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackAnswers", x => x.AssessmentId);
                    table.ForeignKey(
                        name: "FK_FeedbackAnswers_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GradingLeases",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GradingLeases", x => x.AttemptId);
                    table.ForeignKey(
                        name: "FK_GradingLeases_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GradingLeases_Members_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Grader = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedComments_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_MemberId_DraftSavedAt",
                table: "Submissions",
                columns: new[] { "CourseId", "MemberId", "DraftSavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackAnswers_TakenUpIn",
                table: "FeedbackAnswers",
                column: "TakenUpIn",
                filter: "\"TakenUpIn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GradingLeases_HolderId",
                table: "GradingLeases",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedComments_ProgrammeId_Grader",
                table: "SavedComments",
                columns: new[] { "ProgrammeId", "Grader" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeedbackAnswers");

            migrationBuilder.DropTable(
                name: "GradingLeases");

            migrationBuilder.DropTable(
                name: "SavedComments");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_CourseId_MemberId_DraftSavedAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "IsTakenBack",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Passages",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "IsAnonymous",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CourseId_MemberId",
                table: "Submissions",
                columns: new[] { "CourseId", "MemberId" });
        }
    }
}
