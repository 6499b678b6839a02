using System.Linq.Expressions;
using LinqKit;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data;

/// <summary>
/// Queries compiled once for each kind of database: EF Core binds a compiled query to one model, and there are two. A condition that several
/// share is an expression, which they <c>Invoke</c>.
/// </summary>
internal static class CompiledQuery
{
    public static Func<CourseDb, T1, T2, T3, Task<TResult>> Of<T1, T2, T3, TResult>(Expression<Func<CourseDb, T1, T2, T3, TResult>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three) => compiled(db)(db, one, two, three);
    }

    public static Func<CourseDb, T1, T2, T3, T4, Task<TResult>> Of<T1, T2, T3, T4, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, TResult>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three, four) => compiled(db)(db, one, two, three, four);
    }

    public static Func<CourseDb, T1, T2, T3, T4, T5, Task<TResult>> Of<T1, T2, T3, T4, T5, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, T5, TResult>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three, four, five) => compiled(db)(db, one, two, three, four, five);
    }

    public static Func<CourseDb, T1, IAsyncEnumerable<TResult>> Of<T1, TResult>(Expression<Func<CourseDb, T1, IQueryable<TResult>>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one) => compiled(db)(db, one);
    }

    public static Func<CourseDb, T1, T2, IAsyncEnumerable<TResult>> Of<T1, T2, TResult>(Expression<Func<CourseDb, T1, T2, IQueryable<TResult>>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two) => compiled(db)(db, one, two);
    }

    public static Func<CourseDb, T1, T2, T3, IAsyncEnumerable<TResult>> Of<T1, T2, T3, TResult>(Expression<Func<CourseDb, T1, T2, T3, IQueryable<TResult>>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three) => compiled(db)(db, one, two, three);
    }

    public static Func<CourseDb, T1, T2, T3, T4, IAsyncEnumerable<TResult>> Of<T1, T2, T3, T4, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, IQueryable<TResult>>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three, four) => compiled(db)(db, one, two, three, four);
    }

    public static Func<CourseDb, T1, T2, T3, T4, T5, IAsyncEnumerable<TResult>> Of<T1, T2, T3, T4, T5, TResult>(Expression<Func<CourseDb, T1, T2, T3, T4, T5, IQueryable<TResult>>> query)
    {
        var compiled = ForEach(query, whole => EF.CompileAsyncQuery(whole));
        return (db, one, two, three, four, five) => compiled(db)(db, one, two, three, four, five);
    }

    private static Func<CourseDb, TCompiled> ForEach<TQuery, TCompiled>(Expression<TQuery> query, Func<Expression<TQuery>, TCompiled> compile)
    {
        var whole = query.Expand();
        var (sqlite, postgres) = (compile(whole), compile(whole));
        return db => db is SqliteCourseDb ? sqlite : postgres;
    }
}
