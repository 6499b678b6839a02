using System.Globalization;
using Benchmarks;
using Benchmarks.Grades;
using Benchmarks.Launches;
using Benchmarks.Pages;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
try
{
    var arguments = Arguments.Parse(args.AsSpan(Math.Min(1, args.Length)));
    return args switch
    {
        ["null-tool", ..] => await NullToolAsync(arguments),
        ["launches", ..] => await LaunchesBench.RunAsync(arguments),
        ["grades", ..] => await GradesBench.RunAsync(arguments),
        ["pages", ..] => await PagesBench.RunAsync(arguments),
        _ => Help(),
    };
}
catch (Exception exception) when (exception is InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

static async Task<int> NullToolAsync(Arguments arguments)
{
    using var work = arguments.Optional("jwks") is { } keySet ? await LeastWork.StartAsync(keySet, arguments.Required("file")) : null;
    return await NullTool.RunAsync(arguments.Required("urls"), work);
}

static int Help()
{
    Console.WriteLine("""
        launches   login, launch and first page, beside a null tool
        grades     grades on their way to the practice LMS
        pages      the pages of full courses in a large database
          --tool DLL --lms DLL         the programs, built in Release
          --postgres CONNECTION        a PostgreSQL server on which databases may be made; without it only SQLite
          --database sqlite|postgres   only this one
          --seconds N --rounds N       launches: length of a slice, slices of each kind
          --at-once N                  launches: only so many at once
          --warm-ups N                 launches: how often each mentor launches before anything is measured
          --batches N                  grades: how many in peace
          --trouble none               grades: in peace only
          --courses N                  grades, pages: how many courses the database has
          --members N                  grades: how many mentors, over all of them
          --only "Home;Queue"          pages: only these, as they are named in the table
          --connections kept           launches: over connections that stay open, as behind a proxy
          --beside DLL|least           launches: in place of the null tool another build of the tool, or the least that any tool can do (over SQLite)
        """);
    return 2;
}
