using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnsureScores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "UnsureOutOf",
                table: "Deliveries",
                type: "REAL",
                precision: 12,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "UnsureScore",
                table: "Deliveries",
                type: "REAL",
                precision: 12,
                scale: 4,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "UnsureOutOf",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "UnsureScore",
                table: "Deliveries");
        }
    }
}
