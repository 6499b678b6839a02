using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data;

/// <summary>Queries compiled once for each kind of database: EF Core binds a compiled query to one model, and there are two.</summary>
internal static class CompiledQuery
{
    public static Func<CourseDb, T1, T2, T3, Task<TResult>> Of<T1, T2, T3, TResult>(Expression<Func<CourseDb, T1, T2, T3, TResult>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one, two, three) => (IsSqlite(db) ? sqlite : postgres)(db, one, two, three);
    }

    public static Func<CourseDb, T1, T2, T3, T4, T5, Task<TResult>> Of<T1, T2, T3, T4, T5, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, T5, TResult>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one, two, three, four, five) => (IsSqlite(db) ? sqlite : postgres)(db, one, two, three, four, five);
    }

    public static Func<CourseDb, T1, IAsyncEnumerable<TResult>> Of<T1, TResult>(Expression<Func<CourseDb, T1, IQueryable<TResult>>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one) => (IsSqlite(db) ? sqlite : postgres)(db, one);
    }

    public static Func<CourseDb, T1, T2, IAsyncEnumerable<TResult>> Of<T1, T2, TResult>(Expression<Func<CourseDb, T1, T2, IQueryable<TResult>>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one, two) => (IsSqlite(db) ? sqlite : postgres)(db, one, two);
    }

    public static Func<CourseDb, T1, T2, T3, IAsyncEnumerable<TResult>> Of<T1, T2, T3, TResult>(Expression<Func<CourseDb, T1, T2, T3, IQueryable<TResult>>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one, two, three) => (IsSqlite(db) ? sqlite : postgres)(db, one, two, three);
    }

    public static Func<CourseDb, T1, T2, T3, T4, IAsyncEnumerable<TResult>> Of<T1, T2, T3, T4, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, IQueryable<TResult>>> query)
    {
        var (sqlite, postgres) = (EF.CompileAsyncQuery(query), EF.CompileAsyncQuery(query));
        return (db, one, two, three, four) => (IsSqlite(db) ? sqlite : postgres)(db, one, two, three, four);
    }

    private static bool IsSqlite(CourseDb db) => db is SqliteCourseDb;
}
