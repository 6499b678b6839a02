using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorCourseLti.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Enrolled : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsEnrolled",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: false);
            // Everybody whom a roster has been read for: as before, who is not in the next one has left.
            migrationBuilder.Sql("""UPDATE "Members" SET "IsEnrolled" = "IsActive" WHERE NOT "IsTestUser" AND "CourseId" IN (SELECT "Id" FROM "Courses" WHERE "RosterReadAt" IS NOT NULL);""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsEnrolled",
                table: "Members");
        }
    }
}
