using System.Text;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Archive;

/// <summary>Everything that a mentor made in the course: to read, to print, and to take along.</summary>
[LongPage]
public sealed class MineModel(
    PortfolioDesk desk, PortfolioArchive archive, ArchiveLease lease, TimeProvider clock, ILogger<MineModel> log, IStringLocalizer<Words> words, IStringLocalizer<MineModel> text) : MemberPage
{
    public Portfolio Portfolio { get; private set; } = new([], []);

    /// <summary>It is being downloaded elsewhere at this moment.</summary>
    public bool IsBusy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayHandIn)
            return NotFound();
        Portfolio = await desk.ReadAsync(await desk.ActivitiesAsync(Member.CourseId, cancel), Member.CourseId, Member.Id, isOwn: true, cancel);
        return Page();
    }

    /// <summary>Where there are files, a zip with them; otherwise one text.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult missing)
            return missing;
        var (person, now) = (Member.Name ?? words["Nameless"].Value, clock.GetUtcNow());
        string name = $"{ArchiveName.Of(text["File", Member.CourseName], "work")} {Time.DateForInput(now)}";
        if (!Portfolio.HasFiles)
            return File(Encoding.UTF8.GetBytes(archive.Of(Portfolio, person, Time)), "text/markdown; charset=utf-8", $"{name}.md");

        await using var run = await lease.TakeAsync(Member.Id.Value, mentors: 1, cancel);
        if (run is not null)
            return await ZipDownload.SendAsync(HttpContext, name, Time.Local(now), run, zip => archive.WriteAsync(zip, "", Portfolio, person, Time, new ArchiveCount(), cancel), log);
        IsBusy = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
