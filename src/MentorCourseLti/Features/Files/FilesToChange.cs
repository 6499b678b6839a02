using MentorCourseLti.Data.Files;
using MentorCourseLti.Internship.Attachments;

namespace MentorCourseLti.Features.Files;

/// <summary>Files that the reader of the page may add to and remove.</summary>
/// <param name="Address">Where the page's form sends a file to, or which to remove.</param>
public sealed record FilesToChange(string Address, IReadOnlyList<Attachment> Files, FilesOptions Limits, AttachmentProblem? Problem)
{
    /// <summary>The kinds that the browser's file chooser offers.</summary>
    public static string Accepted { get; } = string.Join(',', FileKind.All.SelectMany(kind => kind.Extensions));

    public string MostMegabytes => FileSize.Megabytes(Limits.MostBytes);
}
