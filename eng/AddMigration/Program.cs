using MentorCourseLti.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name, var project])
{
    Console.Error.WriteLine("Usage: AddMigration NAME PROJECT-FOLDER");
    return 2;
}

var sqlite = new DbContextOptionsBuilder<SqliteCourseDb>();
sqlite.UseSqlite("Data Source=:memory:");
Scaffold(new SqliteCourseDb(sqlite.Options), "Sqlite");

var postgres = new DbContextOptionsBuilder<PostgresCourseDb>();
postgres.UseNpgsql("Host=nowhere");
Scaffold(new PostgresCourseDb(postgres.Options), "Postgres");
return 0;

void Scaffold(CourseDb db, string folder)
{
    using (db)
    {
        var assembly = typeof(CourseDb).Assembly;
        var reporter = new OperationReporter(handler: null);
        var services = new DesignTimeServicesBuilder(assembly, assembly, reporter, []).Build(db);
        var scaffolder = services.GetRequiredService<IMigrationsScaffolder>();
        string subNamespace = $"Data.Migrations.{folder}";
        var migration = scaffolder.ScaffoldMigration(name, "MentorCourseLti", subNamespace);
        var files = scaffolder.Save(project, migration, Path.Combine(project, "Data", "Migrations", folder), dryRun: false);
        Console.WriteLine($"{folder}: {Path.GetFileName(files.MigrationFile)}");
    }
}
