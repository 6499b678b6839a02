using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Norming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Norming;

/// <summary>A round: its samples to score, and where graders differ as far as the reader may see it. A file has exactly what the page shows.</summary>
[LongPage]
public sealed class RoundModel(NormingDesk norming, IStringLocalizer<RoundModel> text, IStringLocalizer<Words> words) : MemberPage
{
    public RoundOnDesk Desk { get; private set; } = null!;

    /// <summary>The sample that was scored last, where there is none after it.</summary>
    public Guid? Saved { get; private set; }

    /// <summary>Set after the round was made or changed.</summary>
    public bool IsKept { get; private set; }

    public bool MayChange => Member is { MayAssess: true, ArchivedAt: null };

    public bool MayScore => !Desk.Round.IsClosed && Member.ArchivedAt is null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? saved, bool kept, CancellationToken cancel)
    {
        if (await norming.FindAsync(id, Member, cancel) is not { } found)
            return NotFound();
        (Desk, Saved, IsKept) = (found, saved, kept);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel)
    {
        if (await norming.FindAsync(id, Member, cancel) is not { } found)
            return NotFound();
        Desk = found;
        return CsvFile.Of("norming.csv", [[text["Sample"], text["Grader"], text["Criterion"], text["Level"], text["Points"], text["Comment"]], .. Desk.Samples.SelectMany(RowsOf)]);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayAssess || await norming.FindAsync(id, Member, cancel) is not { } found)
            return NotFound();
        await norming.CloseAsync(found.Round.Id, cancel);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayAssess || await norming.FindAsync(id, Member, cancel) is not { } found)
            return NotFound();
        await norming.RemoveAsync(found.Round.Id, cancel);
        return RedirectToPage("Index");
    }

    public string NameOf(Grader grader) => grader.Name ?? words["Nameless"];

    private IEnumerable<string[]> RowsOf(SampleHead sample) =>
        from grader in Desk.Graders
        from score in Desk.Scores
        where score.SampleId == sample.Id && score.GraderId == grader.Id
        from row in RowsOf(sample, grader, score)
        select row;

    private IEnumerable<string[]> RowsOf(SampleHead sample, Grader grader, NormingScore score)
    {
        foreach (var criterion in Desk.Round.RubricThen)
        {
            var points = score.Marks.PointsOf(criterion);
            yield return [sample.Title, NameOf(grader), criterion.Title, score.Marks.LevelOf(criterion)?.Name ?? "", points is { } given ? Points.Invariant(given) : "", score.Marks.Of(criterion)?.Comment ?? ""];
        }

        if (score.Comment.Length > 0)
            yield return [sample.Title, NameOf(grader), text["OnTheWhole"], "", "", score.Comment];
    }
}
