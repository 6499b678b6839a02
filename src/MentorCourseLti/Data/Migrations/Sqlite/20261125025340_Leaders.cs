using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Leaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsNamedLeader",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "LeaderId",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SectionNames",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ShownSection",
                table: "Members",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LeadersGrade",
                table: "Activities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Members_LeaderId",
                table: "Members",
                column: "LeaderId");

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Members_LeaderId",
                table: "Members",
                column: "LeaderId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Members_Members_LeaderId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_LeaderId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsNamedLeader",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LeaderId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SectionNames",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ShownSection",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LeadersGrade",
                table: "Activities");
        }
    }
}
