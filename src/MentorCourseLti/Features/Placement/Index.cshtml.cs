using Lti.DeepLinking;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Placement;

/// <summary>An instructor picks which activities the LMS should link to.</summary>
public sealed class IndexModel(CourseDb db, PlacementDesk desk, IStringLocalizer<IndexModel> text) : MemberPage
{
    public DeepLinkingSettings Settings { get; private set; } = null!;

    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    /// <summary>What is picked on the page.</summary>
    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    public string? Error { get; private set; }

    /// <summary>The answer on its way: the page's form takes it to the LMS.</summary>
    public string? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? chosen, CancellationToken cancel)
    {
        Chosen = chosen is { } one ? [one] : [];
        return await ReadAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] activities, CancellationToken cancel)
    {
        Chosen = activities;
        if (!await ReadAsync(cancel))
            return NotFound();
        if (!Settings.AcceptsLinks)
            return Page();
        var wanted = activities.Select(id => new ActivityId(id)).ToList();
        var chosen = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == Member.CourseId && wanted.Contains(activity.Id))
            .OrderBy(activity => activity.DueAt).ThenBy(activity => activity.CreatedAt).ToListAsync(cancel);
        Error = chosen.Count == 0 ? text["ChooseSome"].Value : chosen.Count > 1 && !Settings.AcceptMultiple ? text["ChooseOne"].Value : null;
        if (Error is not null)
            return Page();
        Answer = await desk.AnswerAsync(Member, chosen, cancel);
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
        Activities = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == Member.CourseId)
            .OrderBy(activity => activity.DueAt).ThenBy(activity => activity.CreatedAt)
            .Select(activity => new Choice(activity.Id.Value, activity.Title, activity.DueAt, db.Links.Any(link => link.ActivityId == activity.Id)))
            .ToListAsync(cancel);
        return true;
    }

    /// <param name="IsLinked">Some link of the course opens it already.</param>
    public sealed record Choice(Guid Id, string Title, DateTimeOffset? DueAt, bool IsLinked);
}
