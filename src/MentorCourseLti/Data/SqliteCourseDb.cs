using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data;

public sealed class SqliteCourseDb(DbContextOptions<SqliteCourseDb> options) : CourseDb(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite keeps a decimal as text, which neither sorts nor sums.
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }
}
