namespace MentorCourseLti.Internship.Attachments;

/// <summary>Why a file was not attached.</summary>
public enum AttachmentProblem
{
    NothingChosen,
    Empty,
    TooLarge,
    TooMany,

    /// <summary>It is no picture, PDF, slides or document, whatever its name says.</summary>
    UnknownKind,

    /// <summary>Its name says one kind and its content another.</summary>
    NamedOtherwise,

    /// <summary>The work is handed in.</summary>
    HandedIn,

    /// <summary>The activity is not open yet.</summary>
    NotOpen,

    /// <summary>The activity is closed.</summary>
    Closed,
}
