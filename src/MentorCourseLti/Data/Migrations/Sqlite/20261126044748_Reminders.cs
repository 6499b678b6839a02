using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReminderChoices",
                columns: table => new
                {
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Silenced = table.Column<string>(type: "TEXT", nullable: false),
                    WantsMail = table.Column<bool>(type: "INTEGER", nullable: false),
                    RefusedAddress = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RefusedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderChoices", x => new { x.PlatformId, x.Subject });
                    table.ForeignKey(
                        name: "FK_ReminderChoices_Platforms_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "Platforms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Day = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Mail = table.Column<int>(type: "INTEGER", nullable: false),
                    MailTries = table.Column<int>(type: "INTEGER", nullable: false),
                    MailNextAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MailedOn = table.Column<string>(type: "TEXT", nullable: true),
                    MailAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailAnswer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderMessages_Platforms_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "Platforms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderRounds",
                columns: table => new
                {
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderRounds", x => x.CourseId);
                    table.ForeignKey(
                        name: "FK_ReminderRounds_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CourseId_ReleasedAt",
                table: "Assessments",
                columns: new[] { "CourseId", "ReleasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMessages_PlatformId_Subject_Day",
                table: "ReminderMessages",
                columns: new[] { "PlatformId", "Subject", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMessages_PlatformId_Subject_MailedOn",
                table: "ReminderMessages",
                columns: new[] { "PlatformId", "Subject", "MailedOn" },
                unique: true,
                filter: "\"MailedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMessages_Waiting",
                table: "ReminderMessages",
                column: "MailNextAt",
                filter: "\"Mail\" = 1 OR \"Mail\" = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReminderChoices");

            migrationBuilder.DropTable(
                name: "ReminderMessages");

            migrationBuilder.DropTable(
                name: "ReminderRounds");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_CourseId_ReleasedAt",
                table: "Assessments");
        }
    }
}
