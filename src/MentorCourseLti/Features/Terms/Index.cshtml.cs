using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>The weeks of the term and what is due in each. A week is moved with all that follow it, once it was shown what that changes.</summary>
public sealed class IndexModel(CourseDb db, TermDesk desk, IStringLocalizer<IndexModel> text) : MemberPage
{
    public Term Term { get; private set; } = null!;

    public IReadOnlyList<Work> Activities { get; private set; } = [];

    public int NotLinked { get; private set; }

    public bool IsMade { get; private set; }

    /// <summary>A move that was asked for and is not done yet.</summary>
    public AskedMove? Asked { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool made, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        IsMade = made;
        return await ReadAsync(cancel) ? Page() : RedirectToPage("SetUp");
    }

    /// <summary>The week and all that follow come a week later, or a week earlier again.</summary>
    public async Task<IActionResult> OnPostMoveAsync(int week, bool back, string? name, int version, string? confirmed, CancellationToken cancel)
    {
        if (!Member.MayAssess || !await ReadAsync(cancel) || !Term.Calendar.Has(week))
            return NotFound();
        if (version != Term.Version)
        {
            Error = text["ChangedMeanwhile"];
            return Page();
        }

        string label = PlainText.Line(name, int.MaxValue) ?? text["Break", week];
        var calendar = back ? Term.Calendar.MoveBack(week) : Term.Calendar.Move(week, label);
        if (calendar is null)
            return RedirectToPage();
        Asked = new AskedMove(week, back, label, calendar, await desk.MovesAsync(Member, calendar, cancel));
        Error = calendar.Problems() is [var problem, ..] ? text[$"Problem.{(problem.Kind is TermProblemKind.BreakNamedTwice or TermProblemKind.BreakNameTooLong or TermProblemKind.TooManyBreaks ? problem.Kind : TermProblemKind.BreakOutsideTerm)}"].Value : null;
        if (confirmed != Asked.Digest || Error is not null)
            return Page();
        if (await desk.ChangeAsync(Member, Term, version, calendar, cancel))
            return RedirectToPage();
        Error = text["ChangedMeanwhile"];
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>What is due in a week.</summary>
    public IEnumerable<Work> In(TermWeek week) => Activities.Where(work => work.DueOn is { } day && day >= week.Monday && day < week.Monday.AddDays(7));

    public IEnumerable<Work> Elsewhere(IReadOnlyList<TermWeek> rows) => Activities.Where(work => work.DueOn is not { } day || day < rows[0].Monday || day >= rows[^1].Monday.AddDays(7));

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Member.CourseId, cancel) is not { } term)
            return false;
        Term = term;
        var rows = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == Member.CourseId).InOrder()
            .Select(activity => new { activity.Id, activity.Kind, activity.Title, activity.DueAt, HasPlace = activity.Place != null, IsLinked = db.Links.Any(link => link.ActivityId == activity.Id) })
            .ToListAsync(cancel);
        Activities = rows.ConvertAll(row => new Work(row.Id, row.Kind, row.Title, row.DueAt, row.DueAt is { } due ? Time.DateOf(due) : null, row.HasPlace));
        NotLinked = rows.Count(row => !row.IsLinked);
        return true;
    }

    /// <param name="Moves">It has a place in a week, and moves with it.</param>
    public sealed record Work(ActivityId Id, ActivityKind Kind, string Title, DateTimeOffset? DueAt, DateOnly? DueOn, bool Moves);

    public sealed record AskedMove(int Week, bool Back, string Name, TermCalendar Calendar, IReadOnlyList<TermMove> Moves)
    {
        public string Digest => TermDesk.DigestOf(Calendar, Moves);
    }
}
