using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Courses_PlatformId_DeploymentId_ContextId",
                table: "Courses");

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "Rubrics",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PlacedId",
                table: "Links",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LostAt",
                table: "GradeColumns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "GradeColumns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Courses",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContextHistory",
                table: "Courses",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "Activities",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rubrics_CourseId_OriginId",
                table: "Rubrics",
                columns: new[] { "CourseId", "OriginId" },
                unique: true,
                filter: "\"OriginId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_PlatformId_ContextId",
                table: "Courses",
                columns: new[] { "PlatformId", "ContextId" });

            migrationBuilder.CreateIndex(
                name: "IX_Courses_PlatformId_DeploymentId_ContextId",
                table: "Courses",
                columns: new[] { "PlatformId", "DeploymentId", "ContextId" },
                unique: true,
                filter: "\"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_CourseId_OriginId",
                table: "Activities",
                columns: new[] { "CourseId", "OriginId" },
                unique: true,
                filter: "\"OriginId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_OriginId",
                table: "Activities",
                column: "OriginId",
                filter: "\"OriginId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Rubrics_CourseId_OriginId",
                table: "Rubrics");

            migrationBuilder.DropIndex(
                name: "IX_Courses_PlatformId_ContextId",
                table: "Courses");

            migrationBuilder.DropIndex(
                name: "IX_Courses_PlatformId_DeploymentId_ContextId",
                table: "Courses");

            migrationBuilder.DropIndex(
                name: "IX_Activities_CourseId_OriginId",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_OriginId",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "Rubrics");

            migrationBuilder.DropColumn(
                name: "PlacedId",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "LostAt",
                table: "GradeColumns");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "GradeColumns");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Courses");

            migrationBuilder.DropColumn(
                name: "ContextHistory",
                table: "Courses");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_PlatformId_DeploymentId_ContextId",
                table: "Courses",
                columns: new[] { "PlatformId", "DeploymentId", "ContextId" },
                unique: true);
        }
    }
}
