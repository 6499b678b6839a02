using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Norming : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NormingRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RubricTitle = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RubricThen = table.Column<string>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NormingRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NormingRounds_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NormingSamples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NormingSamples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NormingSamples_NormingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "NormingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NormingScores",
                columns: table => new
                {
                    SampleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GraderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: false),
                    ScoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NormingScores", x => new { x.SampleId, x.GraderId });
                    table.ForeignKey(
                        name: "FK_NormingScores_Members_GraderId",
                        column: x => x.GraderId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NormingScores_NormingSamples_SampleId",
                        column: x => x.SampleId,
                        principalTable: "NormingSamples",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NormingRounds_CourseId",
                table: "NormingRounds",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_NormingSamples_RoundId",
                table: "NormingSamples",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_NormingScores_GraderId",
                table: "NormingScores",
                column: "GraderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NormingScores");

            migrationBuilder.DropTable(
                name: "NormingSamples");

            migrationBuilder.DropTable(
                name: "NormingRounds");
        }
    }
}
