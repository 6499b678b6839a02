using MentorCourseLti.Data;
using MentorCourseLti.Features.Audit;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Archive;

/// <summary>Everything that was made in a course, for its instructor: one archive, and how far the download of it is.</summary>
public sealed class IndexModel(
    CourseArchive archive, ArchiveLease lease, AuditTrail trail, TimeProvider clock, ILogger<IndexModel> log, IStringLocalizer<IndexModel> text) : MemberPage
{
    /// <summary>What became of the last download, or how far this one is. None where there was none.</summary>
    public ArchiveRun? Last { get; private set; }

    /// <summary>Another download of the course is on its way.</summary>
    public bool IsBusy { get; private set; }

    public ArchiveState? State => Last?.StateAt(clock.GetUtcNow());

    public string Says => Last is not { } run ? "" : State switch
    {
        ArchiveState.Running => text["Running", run.Done, run.All],
        ArchiveState.Complete => text["Complete", run.All, Time.Moment(run.SeenAt)],
        _ => text["Broken", run.Done, run.All, Time.Moment(run.SeenAt)],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Last = await lease.FindAsync(Member.CourseId.Value, cancel);
        return Page();
    }

    /// <summary>For the script that shows it.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancel) => await OnGetAsync(cancel) is NotFoundResult missing
        ? missing
        : new JsonResult(new { running = State is ArchiveState.Running, done = Last?.Done ?? 0, all = Last?.All ?? 0, says = Says });

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        var mentors = await archive.MentorsAsync(Member, cancel);
        trail.Note(Member, AuditAct.ArchiveDownloaded);
        await using var run = await lease.TakeAsync(Member.CourseId.Value, mentors.Count, cancel);
        if (run is not null)
            return await ZipDownload.SendAsync(HttpContext, NameOf(), Time.Local(clock.GetUtcNow()), run, zip => archive.WriteAsync(zip, Member, mentors, run.Advance, cancel), log);
        IsBusy = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(cancel);
    }

    private string NameOf() => $"{ArchiveName.Of(Member.CourseName, "course")} {Time.DateForInput(clock.GetUtcNow())}";
}
