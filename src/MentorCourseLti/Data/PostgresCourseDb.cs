using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MentorCourseLti.Data;

public sealed class PostgresCourseDb(DbContextOptions<PostgresCourseDb> options) : CourseDb(options)
{
    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
