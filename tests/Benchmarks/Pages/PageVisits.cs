using Benchmarks.Processes;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Pages;

/// <summary>Opens visits in the database itself: pages are measured here, not launches.</summary>
internal sealed class PageVisits(CourseDb db, Guid platform, DateTimeOffset now)
{
    public Visitor Open(MemberId member, string subject)
    {
        var (id, key) = (VisitId.New(now), VisitKey.New());
        db.Add(new Visit { Id = id, KeyDigest = key.Digest(), PlatformId = platform, Subject = subject, MemberId = member, StartedAt = now, ExpiresAt = now.AddHours(12) });
        return new Visitor($"/s/{id}", $"mc={key}");
    }

    /// <summary>An attempt of a reflection for a grader to open.</summary>
    public async Task<Guid> AttemptOfAsync(MentorCourseLti.Internship.Activities.ActivityId reflection) => (await (
        from submission in db.Submissions
        where submission.ActivityId == reflection
        join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
        orderby attempt.Id
        select attempt.Id).FirstAsync()).Value;

    public static ServiceProvider Services(BenchDatabase database)
    {
        var collection = new ServiceCollection();
        collection.AddCourseDb(new DatabaseOptions(database.Provider, database.ConnectionString));
        return collection.BuildServiceProvider();
    }
}

/// <param name="Root">The address of the visit.</param>
internal sealed record Visitor(string Root, string Cookie);
