using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Norming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorCourseLti.Features.Norming;

/// <summary>One sample with its text beside the rubric; what the others chose, too, for whoever may see it.</summary>
public sealed class ScoreModel(NormingDesk norming, IValidator<MarksForm> validator) : MemberPage
{
    [BindProperty]
    public ScoreForm Form { get; set; } = new();

    public RoundOnDesk Desk { get; private set; } = null!;

    public NormingSample Sample { get; private set; } = null!;

    /// <summary>Why what was sent is not saved.</summary>
    public ScoreResult? Refused { get; private set; }

    /// <summary>Set after a sample was scored: which.</summary>
    public Guid? Saved { get; private set; }

    /// <summary>The reader's own, as it is stored.</summary>
    public NormingScore? Stored => Desk.ScoreOf(Sample.Id);

    public bool MayScore => !Desk.Round.IsClosed && Member.ArchivedAt is null;

    public SampleHead? Previous => At(-1);

    public SampleHead? Next => At(1);

    /// <summary>The form shows what was filled in and is not stored.</summary>
    public bool IsUnsaved => Refused is not null || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid sample, Guid? saved, CancellationToken cancel)
    {
        if (!await ReadAsync(id, sample, cancel))
            return NotFound();
        Saved = saved;
        Form = ScoreForm.Of(Desk.Round, Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid sample, CancellationToken cancel)
    {
        if (!await ReadAsync(id, sample, cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        var result = await norming.ScoreAsync(id, Sample, Form, Member, cancel);
        if (!await ReadAsync(id, sample, cancel))
            return NotFound();
        if (result is not ScoreResult.Saved)
            return ShowRefused(result);
        return Desk.Next is { } next
            ? RedirectToPage(new { id, sample = (Next is { } after && Desk.ScoreOf(after.Id) is null ? after : next).Id.Value, saved = sample })
            : RedirectToPage("Round", new { id, saved = sample });
    }

    /// <summary>What was chosen stays in the form; sent once more it is over what is stored now.</summary>
    private PageResult ShowRefused(ScoreResult result)
    {
        Refused = result;
        (Form.Version, Form.Round) = (Stored?.Version ?? 0, Desk.Round.Version);
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Version)}");
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Round)}");
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, Guid sample, CancellationToken cancel)
    {
        if (await norming.FindAsync(id, Member, cancel) is not { } found || await norming.SampleAsync(found, sample, cancel) is not { } text)
            return false;
        (Desk, Sample) = (found, text);
        Form.Criteria = found.Round.RubricThen;
        return true;
    }

    private SampleHead? At(int step) => Desk.Samples.ElementAtOrDefault(Desk.Samples.TakeWhile(one => one.Id != Sample.Id).Count() + step);
}
