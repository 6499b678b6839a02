using MentorCourseLti.Data;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>The tool between a Moodle and a Canvas. All stories of one kind of database share it, one after the other, each in its own course.</summary>
public abstract class World : IAsyncLifetime
{
    public ToolHost Tool { get; private set; } = null!;

    public LmsHost Moodle { get; private set; } = null!;

    public LmsHost Canvas { get; private set; } = null!;

    public Classroom NewCourse() => new(this, Moodle);

    public Classroom NewCanvasCourse() => new(this, Canvas);

    public Classroom NewCourse(string manner) => manner == LmsHost.Canvas ? NewCanvasCourse() : NewCourse();

    /// <summary>A course whose link an instructor has set up, and a mentor who opened it.</summary>
    public async Task<(Classroom Course, Person Mentor, Guid Activity)> OpensACourse()
    {
        var course = NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        return (course, mentor, activity);
    }

    /// <summary>A course in which a mentor has handed in a reflection.</summary>
    public async Task<(Classroom Course, Person Mentor, Guid Activity)> HasWorkHandedIn(string text = "She asked me why the leaves turn.", string manner = LmsHost.Moodle)
    {
        var course = NewCourse(manner);
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, text);
        return (course, mentor, activity);
    }

    /// <summary>The same, and the instructor has released its grade.</summary>
    public async Task<(Classroom Course, Person Mentor, Guid Activity)> HasWorkGraded(string levels, string comment, string manner = LmsHost.Moodle)
    {
        var (course, mentor, activity) = await HasWorkHandedIn(manner: manner);
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades(levels, comment);
        return (course, mentor, activity);
    }

    public async ValueTask InitializeAsync()
    {
        Tool = await ToolHost.StartAsync(await MakeDatabaseAsync());
        Moodle = await LmsHost.StartAsync(LmsHost.Moodle, Tool.Address);
        Canvas = await LmsHost.StartAsync(LmsHost.Canvas, Tool.Address);
        await Tool.RegisterAsync(Moodle);
        await Tool.RegisterAsync(Canvas);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Tool.DisposeAsync();
        await Moodle.DisposeAsync();
        await Canvas.DisposeAsync();
    }

    /// <summary>The tool goes, and comes back at the same address with another database.</summary>
    protected async Task MoveAsync(Func<Task<TestDatabase>> move)
    {
        await Tool.StopAsync();
        var database = await move();
        var moved = await ToolHost.StartAsync(database, Tool.Address);
        await Tool.DisposeAsync();
        Tool = moved;
    }

    protected abstract Task<TestDatabase> MakeDatabaseAsync();
}

public sealed class SqliteWorld : World
{
    protected override Task<TestDatabase> MakeDatabaseAsync() => Task.FromResult(TestDatabase.OnSqlite());
}

public sealed class PostgresWorld(PostgresServer server) : World
{
    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.OnPostgresAsync(server);
}

[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteWorld>
{
    public const string Name = "SQLite";
}

[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresWorld>
{
    public const string Name = "PostgreSQL";
}
