using MentorCourseLti.Internship.Attachments;

namespace MentorCourseLti.Data.Files;

/// <summary>What was written.</summary>
/// <param name="Kind">None where it is no kind of file that we take; then nothing of it was kept.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">SHA-256 in hexadecimal.</param>
public sealed record StoredFile(FileKind? Kind, long Size, string Digest);
