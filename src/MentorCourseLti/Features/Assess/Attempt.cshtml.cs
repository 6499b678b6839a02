using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Assess;

/// <summary>One attempt with its text beside the rubric.</summary>
public sealed class AttemptModel(
    CourseDb db, AssessDesk assess, WaitingWork queue, GradingLeases leases, AttachmentDesk attachments, IValidator<AssessForm> validator, IStringLocalizer<AttemptModel> text) : MemberPage
{
    public AttemptOnDesk Desk { get; private set; } = null!;

    [BindProperty]
    public AssessForm Form { get; set; } = new();

    /// <summary>What the grader works through; without a word of it, the activity.</summary>
    public QueueFilter Filter { get; private set; } = new();

    /// <summary>What another grader saved while this form was being filled in.</summary>
    public Assessment? Theirs { get; private set; }

    public string? OtherGrader { get; private set; }

    /// <summary>Before whom else it lies open.</summary>
    public Holder? HeldBy { get; private set; }

    public WaitingAround Around { get; private set; } = WaitingAround.None;

    /// <summary>What was handed in with the text.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public FeedbackBack Back { get; private set; } = FeedbackBack.None;

    /// <summary>Set after something was saved: <c>draft</c>, <c>held</c> or <c>taken-back</c>; <c>released</c>, where that was the one before.</summary>
    public string? Done { get; private set; }

    /// <summary>Set after something was saved: which attempt it was.</summary>
    public Guid? DoneWith { get; private set; }

    /// <summary>The attempt before this one, where the grader wants to see what has changed since.</summary>
    public Attempt? Before { get; private set; }

    public bool MayGrade => Member.Grades(Desk.Activity);

    /// <summary>Where names would influence, they are shown when all is said.</summary>
    public bool ShowsName => Desk.Activity.ShowsAuthor(Desk.Assessment?.IsReleased is true);

    /// <summary>The form shows what was filled in and is not stored.</summary>
    public bool IsUnsaved => Theirs is not null || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, QueueFilter filter, string? saved, Guid? with, bool compare, CancellationToken cancel)
    {
        if (!await FindAsync(id, filter, cancel))
            return NotFound();
        Form = AssessForm.Of(Desk);
        (Done, DoneWith) = (saved, with);
        if (compare)
            Before = await assess.BeforeAsync(Desk.Attempt, cancel);
        return await ShowAsync(cancel);
    }

    /// <summary>Asked for JSON, as by the script that goes on to the next meanwhile, it answers in a few words instead of a page.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (!await FindAsync(id, filter, cancel) || !MayGrade)
            return NotFound();
        // A message whose answer was lost on the way comes again.
        if (WantsJson && IsThereAlready())
            return await SavedAsync(Desk.Version, cancel);
        if (Form.Version != Desk.Version)
            return await ShowOtherGraderAsync(cancel);

        ModelState.AddErrors(nameof(Form), validator.Validate(Form));
        if (!ModelState.IsValid)
            return WantsJson ? Refuse(StatusCodes.Status422UnprocessableEntity, text["NotYet"]) : await ShowAsync(cancel);

        // What is released stays released: a change of it is released at once, never hidden from the mentor.
        bool release = Form.IsRelease || Desk.Assessment?.IsReleased == true;
        if (await assess.SaveAsync(Desk, Form.Verdict(), Member.Id, release, cancel) is not { } version)
            return await FindAsync(id, filter, cancel) ? await ShowOtherGraderAsync(cancel) : NotFound();
        if (release)
            await leases.LetGoAsync(new AttemptId(id), Member, cancel);
        if (WantsJson)
            return await SavedAsync(version, cancel);

        if (Form.GoesOn && (await queue.AroundAsync(Desk.Attempt, Filter, Member, cancel)).Next is { } next)
            return RedirectToAttempt(next.Id.Value, release ? "released" : "held", id);
        return release
            ? Filter.IsOfQueue ? RedirectToPage("Queue", new { released = id }) : RedirectToPage("Index", new { id = Desk.Activity.Id.Value, released = id })
            : RedirectToAttempt(id, "draft", id);
    }

    /// <summary>The grade is hidden again, and leaves the gradebook.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (!await FindAsync(id, filter, cancel) || !MayGrade)
            return NotFound();
        return await assess.TakeBackAsync(Desk, cancel) ? RedirectToAttempt(id, "taken-back", id) : RedirectToAttempt(id);
    }

    /// <summary>The grader sits down before it, or says now and then that they still do.</summary>
    public async Task<IActionResult> OnPostHoldAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (!await FindAsync(id, filter, cancel) || !MayGrade)
            return NotFound();
        var other = await leases.HoldAsync(Desk.Attempt.Id, Member, cancel);
        return new JsonResult(new { sentence = other is null ? null : HeldSentence(other) });
    }

    public string HeldSentence(Holder holder) => text["Held", holder.Name ?? text["Somebody"]];

    private bool WantsJson => Request.Headers.Accept.Contains("application/json", StringComparer.Ordinal);

    private bool IsThereAlready() => Desk.Assessment is { } known && known.GraderId == Member.Id && known.Version > Form.Version && (known.IsReleased || !Form.IsRelease) && known.Says(Form.Verdict());

    /// <summary>A release changes how many wait; a draft does not.</summary>
    private async Task<JsonResult> SavedAsync(int version, CancellationToken cancel) =>
        new(new { version, left = Form.IsRelease ? (await queue.AroundAsync(Desk.Attempt, Filter, Member, cancel)).Count : (int?)null });

    private static JsonResult Refuse(int status, string sentence) => new(new { sentence }) { StatusCode = status };

    /// <summary>The second of two graders sees the first's and chooses; what was typed here stays in the form.</summary>
    private async Task<IActionResult> ShowOtherGraderAsync(CancellationToken cancel)
    {
        Theirs = Desk.Assessment;
        OtherGrader = Theirs is null ? null : await db.Members.Where(member => member.Id == Theirs.GraderId).Select(member => member.Name).FirstOrDefaultAsync(cancel);
        if (WantsJson)
            return Refuse(StatusCodes.Status409Conflict, text["OtherGrader.Saved", OtherGrader ?? text["Somebody"]]);
        Form.Version = Desk.Version;
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Version)}");
        return await ShowAsync(cancel);
    }

    private async Task<bool> FindAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (await assess.FindAsync(id, Member, cancel) is not { } found)
            return false;
        Desk = found;
        Form.Criteria = found.Criteria;
        Filter = filter.IsOfQueue ? filter : QueueFilter.Of(found.Activity.Id);
        return true;
    }

    /// <summary>What the page shows around the form.</summary>
    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Files = await attachments.OfAttemptAsync(Desk.Attempt, cancel);
        if (!MayGrade)
            return Page();
        HeldBy = await leases.FindAsync(Desk.Attempt.Id, Member, cancel);
        Around = await queue.AroundAsync(Desk.Attempt, Filter, Member, cancel);
        Back = await FeedbackBack.ReadAsync(db, Desk, Member, cancel);
        return Page();
    }

    private RedirectToPageResult RedirectToAttempt(Guid id, string? saved = null, Guid? with = null)
    {
        var route = new RouteValueDictionary(Filter.Route.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value))) { ["id"] = id, ["saved"] = saved, ["with"] = with };
        return RedirectToPage("Attempt", null, route);
    }
}
