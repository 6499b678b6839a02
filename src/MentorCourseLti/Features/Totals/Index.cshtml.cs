using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Totals;

/// <summary>Hours by what became of them, against the goal: of each mentor, each group and the whole year. A mentor sees the own.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, HoursDesk desk) : MemberPage
{
    public IReadOnlyList<HoursRow> Mentors { get; private set; } = [];

    public IReadOnlyList<HoursRow> Groups { get; private set; } = [];

    /// <summary>The course's logs, with how many of their entries wait for the reader.</summary>
    public IReadOnlyList<LogToReview> Logs { get; private set; } = [];

    public MinutesByState All => Mentors.Aggregate(MinutesByState.None, (sum, row) => sum.And(row.Minutes));

    public decimal Goal => Mentors.Sum(row => row.Goal ?? 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises && !Member.MayHandIn)
            return NotFound();
        (Mentors, Groups) = await desk.OfAsync(Member, cancel);
        if (!Member.Supervises)
            return Page();
        var seen = db.Members.SeenBy(Member).Select(member => member.Id);
        Logs = await db.Activities.Where(activity => activity.CourseId == Member.CourseId && activity.Kind == ActivityKind.MentoringLog).OrderBy(activity => activity.CreatedAt)
            .Select(activity => new LogToReview(activity.Id.Value, activity.Title, db.LogEntries.Count(entry => entry.ActivityId == activity.Id && entry.State == EntryState.Waiting && seen.Contains(entry.MemberId))))
            .ToListAsync(cancel);
        return Page();
    }

    public sealed record LogToReview(Guid Id, string Title, int Waiting);
}
