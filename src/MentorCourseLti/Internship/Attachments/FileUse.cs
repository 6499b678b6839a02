namespace MentorCourseLti.Internship.Attachments;

/// <summary>What a page can do with a file.</summary>
public enum FileUse
{
    /// <summary>Every browser shows it in the page.</summary>
    Picture,

    /// <summary>The browser's own reader shows it.</summary>
    Reader,

    /// <summary>It is opened by another program.</summary>
    Download,
}
