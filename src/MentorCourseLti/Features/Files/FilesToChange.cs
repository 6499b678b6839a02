using MentorCourseLti.Data.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Attachments;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentorCourseLti.Features.Files;

/// <summary>Files that the reader of the page may add to and remove.</summary>
public sealed record FilesToChange(IReadOnlyList<Attachment> Files, FilesOptions Limits, AttachmentProblem? Problem)
{
    /// <summary>Where the page's form sends a file to, or which to remove: the page itself.</summary>
    public const string Address = "?handler=" + RequestLimits.FilesHandler;

    /// <summary>The kinds that the browser's file chooser offers.</summary>
    public static string Accepted { get; } = string.Join(',', FileKind.All.SelectMany(kind => kind.Extensions));

    public string MostMegabytes => FileSize.Megabytes(Limits.MostBytes);
}

public static class FilesChanging
{
    private const string Partial = "/Features/Files/_Attached.cshtml";

    /// <summary>A place for files in which none is yet: most of them.</summary>
    private static readonly RenderedOnce<FilesOptions> Empty = new(Partial);

    public static Task<IHtmlContent> FilesAsync(this IHtmlHelper html, FilesToChange files) =>
        files is { Files.Count: 0, Problem: null } ? Empty.OfAsync(html, files.Limits, files) : html.PartialAsync(Partial, files);
}
