namespace MentorCourseLti.Internship.Attachments;

/// <summary>A kind of file that we take: pictures, PDFs, slides and documents.</summary>
public sealed record FileKind
{
    private FileKind(string code, string mediaType, FileUse use, params IReadOnlyList<string> extensions) =>
        (Code, MediaType, Use, Extensions) = (code, mediaType, use, extensions);

    /// <summary>As the database keeps it.</summary>
    public string Code { get; }

    public string MediaType { get; }

    public FileUse Use { get; }

    /// <summary>How its names end, with the dot; the usual one first.</summary>
    public IReadOnlyList<string> Extensions { get; }

    public static FileKind Png { get; } = new("png", "image/png", FileUse.Picture, ".png");

    public static FileKind Jpeg { get; } = new("jpeg", "image/jpeg", FileUse.Picture, ".jpg", ".jpeg", ".jfif");

    public static FileKind Gif { get; } = new("gif", "image/gif", FileUse.Picture, ".gif");

    public static FileKind WebP { get; } = new("webp", "image/webp", FileUse.Picture, ".webp");

    /// <summary>What phones take; few browsers show it.</summary>
    public static FileKind Heic { get; } = new("heic", "image/heic", FileUse.Download, ".heic", ".heif");

    public static FileKind Pdf { get; } = new("pdf", "application/pdf", FileUse.Reader, ".pdf");

    public static FileKind Docx { get; } = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileUse.Download, ".docx");

    public static FileKind Pptx { get; } = new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", FileUse.Download, ".pptx", ".ppsx");

    public static FileKind Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileUse.Download, ".xlsx");

    public static FileKind Odt { get; } = new("odt", "application/vnd.oasis.opendocument.text", FileUse.Download, ".odt");

    public static FileKind Odp { get; } = new("odp", "application/vnd.oasis.opendocument.presentation", FileUse.Download, ".odp");

    public static FileKind Ods { get; } = new("ods", "application/vnd.oasis.opendocument.spreadsheet", FileUse.Download, ".ods");

    public static IReadOnlyList<FileKind> All { get; } = [Png, Jpeg, Gif, WebP, Heic, Pdf, Docx, Pptx, Xlsx, Odt, Odp, Ods];

    public static FileKind Of(string code) => All.First(kind => kind.Code == code);

    /// <summary>True where a file of this kind may bear the name: it ends as such files do, or says nothing of a kind.</summary>
    public bool MayBeNamed(string name)
    {
        string extension = Path.GetExtension(name);
        return extension.Length == 0 || Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name with an ending, so that whoever downloads the file can open it.</summary>
    public string Complete(string name) => Path.GetExtension(name).Length == 0 ? name + Extensions[0] : name;
}
