using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
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
                    PlatformId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Silenced = table.Column<string>(type: "text", nullable: false),
                    WantsMail = table.Column<bool>(type: "boolean", nullable: false),
                    RefusedAddress = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RefusedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlatformId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Day = table.Column<string>(type: "text", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Mail = table.Column<int>(type: "integer", nullable: false),
                    MailTries = table.Column<int>(type: "integer", nullable: false),
                    MailNextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MailedOn = table.Column<string>(type: "text", nullable: true),
                    MailAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MailAnswer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
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
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneOn = table.Column<string>(type: "text", nullable: false)
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
