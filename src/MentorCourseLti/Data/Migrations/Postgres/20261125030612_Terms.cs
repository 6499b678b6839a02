using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Terms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Lms",
                table: "Activities",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpensAt",
                table: "Activities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ours",
                table: "Activities",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ColumnChanges",
                columns: table => new
                {
                    ColumnId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<int>(type: "integer", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ColumnChanges", x => x.ColumnId);
                    table.ForeignKey(
                        name: "FK_ColumnChanges_GradeColumns_ColumnId",
                        column: x => x.ColumnId,
                        principalTable: "GradeColumns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ColumnChanges_Waiting",
                table: "ColumnChanges",
                columns: new[] { "CourseId", "DueAt" },
                filter: "\"DueAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ColumnChanges");

            migrationBuilder.DropColumn(
                name: "Lms",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "OpensAt",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Ours",
                table: "Activities");
        }
    }
}
