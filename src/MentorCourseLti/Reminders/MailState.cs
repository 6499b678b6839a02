namespace MentorCourseLti.Reminders;

/// <summary>How far a message has come by e-mail. In the tool it always stands.</summary>
public enum MailState
{
    /// <summary>Not by e-mail: none is configured, none is wished, or no address is known.</summary>
    None = 0,

    Waiting = 1,

    /// <summary>Being handed to the mail server. Still so after a crash: the server may have it or not.</summary>
    InHand = 2,

    Sent = 3,

    /// <summary>The connection was lost in the middle. It is not sent again: see decision 17.</summary>
    InDoubt = 4,

    /// <summary>The mail server refused it, or could not be reached for days.</summary>
    GivenUp = 5,

    /// <summary>All of it was done, or no longer wished, before it could be sent.</summary>
    Unneeded = 6,

    /// <summary>It went with the message of a later day.</summary>
    Replaced = 7,
}
