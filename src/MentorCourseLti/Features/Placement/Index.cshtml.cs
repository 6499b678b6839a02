using Lti.DeepLinking;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Placement;

/// <summary>An instructor picks which activities the LMS should link to.</summary>
public sealed class IndexModel(CourseDb db, PlacementDesk desk, ActivityCopies copies, IStringLocalizer<IndexModel> text) : MemberPage
{
    public DeepLinkingSettings Settings { get; private set; } = null!;

    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    /// <summary>What is picked on the page.</summary>
    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    /// <summary>The course has a term; without one, a whole can be set up.</summary>
    public bool HasTerm { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The answer on its way: the page's form takes it to the LMS.</summary>
    public string? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? chosen, CancellationToken cancel)
    {
        Chosen = chosen is { } one ? [one] : [];
        if (!await ReadAsync(cancel))
            return NotFound();
        // A whole term goes in at once: what has no link yet is chosen.
        if (chosen is null && Settings.AcceptMultiple)
            Chosen = [.. Activities.Where(activity => activity is { IsLinked: false, IsEarlier: false }).Select(activity => activity.Id)];
        return Page();
    }

    /// <param name="activities">Those that are chosen.</param>
    /// <param name="nothing">True to go back to the LMS with none, whatever is chosen.</param>
    /// <param name="cancel">The request's end.</param>
    public async Task<IActionResult> OnPostAsync(Guid[] activities, bool nothing, CancellationToken cancel)
    {
        Chosen = activities;
        if (!await ReadAsync(cancel))
            return NotFound();
        if (!Settings.AcceptsLinks)
            return Page();
        var chosen = nothing ? [] : Activities.Where(activity => activities.Contains(activity.Id)).ToList();
        Error = nothing ? null : chosen.Count == 0 ? text["ChooseSome"].Value : chosen.Count > 1 && !Settings.AcceptMultiple ? text["ChooseOne"].Value : null;
        if (Error is not null)
            return Page();
        Answer = await desk.AnswerAsync(Member, await OwnAsync(chosen, cancel), cancel);
        if (Answer is null)
            return NotFound();
        SecurityHeaders.AllowFormTo(HttpContext, Settings.ReturnUrl);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess || await desk.FindAsync(Member, cancel) is not { } settings)
            return false;
        Settings = settings;
        HasTerm = await db.Terms.AnyAsync(term => term.CourseId == Member.CourseId, cancel);
        var own = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == Member.CourseId)
            .InOrder()
            .Select(activity => new Choice(activity.Id.Value, activity.Title, activity.DueAt, db.Links.Any(link => link.ActivityId == activity.Id), false))
            .ToListAsync(cancel);
        var earlier = await copies.NotYetAsync(await db.Courses.SingleAsync(course => course.Id == Member.CourseId, cancel), cancel);
        Activities = [.. own, .. earlier.Select(activity => new Choice(activity.Id.Value, activity.Title, DueAt: null, IsLinked: false, IsEarlier: true))];
        return true;
    }

    /// <summary>The course's own of what was chosen, in the order of the page: those of earlier runs are copied.</summary>
    private async Task<IReadOnlyList<Activity>> OwnAsync(List<Choice> chosen, CancellationToken cancel)
    {
        var own = new List<Activity>();
        if (chosen.Count == 0)
            return own;
        var course = await db.Courses.SingleAsync(one => one.Id == Member.CourseId, cancel);
        var member = await db.Members.SingleAsync(one => one.Id == Member.Id, cancel);
        foreach (var choice in chosen)
        {
            if (await copies.InCourseAsync(new ActivityId(choice.Id), course, member, cancel) is { } activity)
                own.Add(activity);
        }

        await db.SaveChangesAsync(cancel);
        return own;
    }

    /// <param name="IsLinked">Some link of the course opens it already.</param>
    /// <param name="IsEarlier">An earlier run's, which this one has no copy of yet.</param>
    public sealed record Choice(Guid Id, string Title, DateTimeOffset? DueAt, bool IsLinked, bool IsEarlier);
}
