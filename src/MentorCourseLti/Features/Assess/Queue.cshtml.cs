using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>Everything that waits to be graded, by what is late, by activity, mentor and section: where a grader begins.</summary>
[LongPage]
public sealed class QueueModel(CourseDb db, WaitingWork queue) : MemberPage
{
    private const int MostShown = 100;

    public QueueFilter Filter { get; private set; } = new();

    /// <summary>The first of them; the rest comes up as these are done.</summary>
    public IReadOnlyList<WaitingAttempt> Shown { get; private set; } = [];

    public int Count { get; private set; }

    public int Late { get; private set; }

    /// <summary>Where grading begins: the first that lies before nobody else.</summary>
    public WaitingAttempt? First { get; private set; }

    /// <summary>The reflections that the reader grades.</summary>
    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    /// <summary>Set after the last one was released: which attempt it was.</summary>
    public Guid? Released { get; private set; }

    public async Task<IActionResult> OnGetAsync(QueueFilter filter, Guid? released, CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        Released = released;
        Filter = filter.IsOfQueue ? filter : filter.With(QueueFilter.Everything);
        Activities = await db.Activities.GradedBy(Member).Where(activity => activity.Kind == ActivityKind.Reflection)
            .InOrder().Select(activity => new Choice(activity.Id.Value, activity.Title)).ToListAsync(cancel);
        var all = await queue.ReadAsync(Filter.With(QueueFilter.Everything), Member, cancel);
        Late = all.Count(attempt => attempt.IsLate);
        var chosen = Filter.OnlyLate ? [.. all.Where(attempt => attempt.IsLate)] : all;
        Count = chosen.Count;
        Shown = [.. chosen.Take(MostShown)];
        First = chosen.FirstOrDefault(attempt => attempt.HeldBy is null);
        return Page();
    }

    public sealed record Choice(Guid Id, string Title);
}
