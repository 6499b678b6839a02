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

    /// <summary>What else waits, in order, and lies before nobody else.</summary>
    public IReadOnlyList<WaitingAttempt> Others { get; private set; } = [];

    /// <summary>The one that was handed in next; after the last, the first.</summary>
    public WaitingAttempt? Next { get; private set; }

    public WaitingAttempt? Previous { get; private set; }

    /// <summary>What was handed in with the text.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Set after a release: whose it was.</summary>
    [BindProperty(SupportsGet = true, Name = "released")]
    public Guid? Released { get; set; }

    /// <summary>Set after something was saved: <c>draft</c>, or <c>taken-back</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>The attempt before this one, where the grader wants to see what has changed since.</summary>
    public Attempt? Before { get; private set; }

    /// <summary>What the mentor made of the released grade; none where it was not read yet.</summary>
    public FeedbackAnswer? Answer { get; private set; }

    /// <summary>The reflection in which the mentor takes it up.</summary>
    public string? TakenUpIn { get; private set; }

    /// <summary>Earlier feedback that the mentor takes up in this reflection.</summary>
    public IReadOnlyList<TakenUp> TakenUp { get; private set; } = [];

    /// <summary>A leader reads; grading is the leader's only where the instructor said so.</summary>
    public bool MayGrade => Member.MayAssess || Desk.Activity.LeadersGrade;

    /// <summary>Where names would influence, they are shown when all is said.</summary>
    public bool ShowsName => !Desk.Activity.IsAnonymous || Desk.Assessment?.IsReleased is true;

    /// <summary>The form shows what was filled in and is not stored.</summary>
    public bool IsUnsaved => Theirs is not null || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, QueueFilter filter, string? saved, bool compare, CancellationToken cancel)
    {
        if (!await ReadAsync(id, filter, cancel))
            return NotFound();
        Form = AssessForm.Of(Desk);
        Done = saved;
        HeldBy = await leases.FindAsync(Desk.Attempt.Id, Member, cancel);
        TakenUp = await Shared.TakenUp.InAsync(db, Desk.Activity.Id, Desk.Author.Id, cancel);
        if (Desk.Assessment is { IsReleased: true, Id: var released })
        {
            Answer = await db.FeedbackAnswers.AsNoTracking().FirstOrDefaultAsync(answer => answer.AssessmentId == released, cancel);
            if (Answer?.TakenUpIn is { } later)
                TakenUpIn = await db.Activities.Where(activity => activity.Id == later).Select(activity => activity.Title).FirstOrDefaultAsync(cancel);
        }

        if (compare)
            Before = await assess.BeforeAsync(Desk.Attempt, cancel);
        return Page();
    }

    /// <summary>Asked for JSON, as by the script that goes on to the next meanwhile, it answers in a few words instead of a page.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (!await ReadAsync(id, filter, cancel) || !MayGrade)
            return NotFound();
        // A message whose answer was lost on the way comes again.
        if (WantsJson && IsThereAlready())
            return Saved(Desk.Version);
        if (Form.Version != Desk.Version)
            return await ShowOtherGraderAsync(cancel);

        ModelState.AddErrors(nameof(Form), validator.Validate(Form));
        if (!ModelState.IsValid)
            return WantsJson ? Refuse(StatusCodes.Status422UnprocessableEntity, text["NotYet"]) : Page();

        // What is released stays released: a change of it is released at once, never hidden from the mentor.
        bool release = Form.IsRelease || Desk.Assessment?.IsReleased == true;
        if (!await assess.SaveAsync(Desk, Form.Verdict(), Member.Id, release, cancel))
            return await ReadAsync(id, filter, cancel) ? await ShowOtherGraderAsync(cancel) : NotFound();
        if (release)
            await leases.LetGoAsync(new AttemptId(id), Member, cancel);
        if (WantsJson)
            return Saved(Form.Version + 1);

        if (Form.GoesOn && Next is { } next)
            return RedirectToAttempt(next.Id.Value, ("released", release ? id.ToString() : null), ("saved", release ? null : "held"));
        return release
            ? Filter.IsOfQueue ? RedirectToPage("Queue", new { released = true }) : RedirectToPage("Index", new { id = Desk.Activity.Id.Value, released = true })
            : RedirectToAttempt(id, ("saved", "draft"));
    }

    /// <summary>The grade is hidden again, and leaves the gradebook.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (!await ReadAsync(id, filter, cancel) || !MayGrade)
            return NotFound();
        return await assess.TakeBackAsync(Desk, cancel) ? RedirectToAttempt(id, ("saved", "taken-back")) : RedirectToAttempt(id);
    }

    /// <summary>The grader sits down before it, or says now and then that they still do.</summary>
    public async Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken cancel)
    {
        if (await assess.FindAsync(id, Member, cancel) is not { } found)
            return NotFound();
        Desk = found;
        if (!MayGrade)
            return NotFound();
        var other = await leases.HoldAsync(found.Attempt.Id, Member, cancel);
        return new JsonResult(new { sentence = other is null ? null : HeldSentence(other) });
    }

    public string HeldSentence(Holder holder) => text["Held", holder.Name ?? text["Somebody"]];

    private bool WantsJson => Request.Headers.Accept.Contains("application/json", StringComparer.Ordinal);

    private JsonResult Saved(int version) => new(new { version, left = Others.Count });

    private bool IsThereAlready() => Desk.Assessment is { } known && known.GraderId == Member.Id && known.Version > Form.Version && (known.IsReleased || !Form.IsRelease) && known.Says(Form.Verdict());

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
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, QueueFilter filter, CancellationToken cancel)
    {
        if (await assess.FindAsync(id, Member, cancel) is not { } found)
            return false;
        Desk = found;
        Form.Criteria = found.Criteria;
        Filter = filter.IsOfQueue ? filter : QueueFilter.Of(found.Activity.Id);
        Files = await attachments.OfAttemptAsync(found.Attempt, cancel);
        if (!MayGrade)
            return true;
        var self = found.Attempt.Id;
        Others = [.. (await queue.ReadAsync(Filter, Member, cancel)).Where(other => other.Id != self && other.HeldBy is null)];
        Next = Others.FirstOrDefault(IsAfter) ?? (Others.Count > 0 ? Others[0] : null);
        Previous = Others.LastOrDefault(other => !IsAfter(other));
        return true;

        bool IsAfter(WaitingAttempt other) => (other.HandedInAt, other.Id.Value).CompareTo((found.Attempt.HandedInAt, self.Value)) > 0;
    }

    private RedirectToPageResult RedirectToAttempt(Guid id, params (string Name, string? Value)[] more)
    {
        var route = new RouteValueDictionary(Filter.Route.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value))) { ["id"] = id };
        foreach (var (name, value) in more)
            route[name] = value;
        return RedirectToPage("Attempt", null, route);
    }
}
