using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpensAt",
                table: "Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ours",
                table: "Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ColumnChanges",
                columns: table => new
                {
                    ColumnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
