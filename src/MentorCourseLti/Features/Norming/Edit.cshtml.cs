using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Norming;

/// <summary>A round to put together: a rubric, and samples that are pasted or taken from what was handed in.</summary>
[LongPage]
public sealed class EditModel(CourseDb db, NormingDesk norming, HandedInTexts handedIn, IValidator<RoundForm> validator, TimeProvider clock, IStringLocalizer<EditModel> text) : MemberPage
{
    [BindProperty]
    public RoundForm Form { get; set; } = new();

    /// <summary>None for a new one.</summary>
    public NormingRound? Round { get; private set; }

    public IReadOnlyList<Rubric> Rubrics { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Title)> Activities { get; private set; } = [];

    /// <summary>What was handed in for the activity that is looked at.</summary>
    public IReadOnlyList<HandedInText> Texts { get; private set; } = [];

    /// <summary>The samples, by their number, in which their writer's name seems to stand.</summary>
    public IReadOnlyList<int> Naming { get; private set; } = [];

    public bool IsBegun => Round is { IsBegun: true };

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form = Round is { } round ? RoundForm.Of(round) : new RoundForm { Title = text["DefaultTitle"], Rubric = Rubrics is [var only] ? only.Id.Value : null, Samples = [NewSample(1)] };
        return Page();
    }

    /// <param name="go">What was pressed: <c>save</c>, <c>show</c> or <c>take</c> for what was handed in, or a change of the form's shape.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? go, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (go != RoundForm.Save)
        {
            // The fields may have other numbers now.
            ModelState.Clear();
            Form.Act(go ?? "");
            NameNewSamples();
        }

        if (IsBegun)
            Form.KeepScored(Round!);
        if (go == RoundForm.Take)
            await TakeAsync(cancel);
        if (Form.From is { } activity)
            Texts = await handedIn.OfAsync(activity, Member, cancel);
        if (go != RoundForm.Save)
            return Page();

        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        var rubric = Rubrics.FirstOrDefault(one => one.Id.Value == Form.Rubric);
        if (rubric is null && (Round is null || (Form.Rubric is not null && !IsBegun)))
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Rubric)}", text["Rubric.Missing"]);
        if (Round is { } known && known.Version != Form.Version)
            ShowChange();
        return ModelState.IsValid ? await SaveAsync(id, rubric, cancel) : Page();
    }

    private async Task<IActionResult> SaveAsync(Guid? id, Rubric? rubric, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var round = Round ?? new NormingRound { Id = NormingRoundId.New(now), CourseId = Member.CourseId, MadeBy = Member.Id, MadeAt = now };
        if (Round is null)
            db.Add(round);
        round.Change(PlainText.Line(Form.Title, NormingRound.LongestTitle) ?? "", rubric, [.. Form.Samples.Select(sample => sample.ToText())], now);
        if (await db.TrySaveAsync(cancel))
            return RedirectToPage("Round", new { id = round.Id.Value, kept = true });
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (IsBegun)
            Form.KeepScored(Round!);
        ShowChange();
        return Page();
    }

    /// <summary>Somebody changed the round, or began to score it: what was typed stays in the form, and is saved by saving once more.</summary>
    private void ShowChange()
    {
        ModelState.Clear();
        ModelState.AddModelError($"{nameof(Form)}.", text["ChangedMeanwhile"]);
        Form.Version = Round!.Version;
    }

    private async Task TakeAsync(CancellationToken cancel)
    {
        var picked = await handedIn.PickAsync(Form.Picked, Member, cancel);
        string field = $"{nameof(Form)}.{nameof(Form.Picked)}";
        if (picked.Count == 0)
            ModelState.AddModelError(field, text["Picked.Missing"]);
        else if (picked.Count > Form.Room)
            ModelState.AddModelError(field, text["Picked.TooMany", NormingRound.MostSamples, Form.Room]);
        if (!ModelState.IsValid)
            return;
        Form.Samples = [.. Form.Samples.Where(sample => !sample.IsEmpty), .. picked.Select(one => new SampleForm { Text = one.Text })];
        Form.Picked = [];
        Naming = [.. picked.Index().Where(one => one.Item.NamesWriter).Select(one => Form.Samples.Count - picked.Count + one.Index)];
        NameNewSamples();
    }

    private void NameNewSamples()
    {
        for (int i = 0; i < Form.Samples.Count; i++)
        {
            if (Form.Samples[i] is { Id: null, Title: null or "" } unnamed)
                unnamed.Title = NewSample(i + 1).Title;
        }
    }

    private SampleForm NewSample(int number) => new() { Title = text["Sample", number] };

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        if (id is { } given && (Round = await norming.OpenAsync(given, Member, cancel)) is not { IsClosed: false })
            return false;
        Rubrics = await db.Rubrics.AsNoTracking().Where(rubric => rubric.CourseId == Member.CourseId).OrderBy(rubric => rubric.Title).ThenBy(rubric => rubric.Id).ToListAsync(cancel);
        Activities = await handedIn.ActivitiesAsync(Member, cancel);
        return true;
    }
}
