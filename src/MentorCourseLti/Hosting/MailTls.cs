namespace MentorCourseLti.Hosting;

/// <summary>How a connection to the mail server is kept private.</summary>
public enum MailTls
{
    /// <summary>It begins in the open and must turn to TLS (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte on (port 465).</summary>
    Always,

    /// <summary>For a mail server on the same machine.</summary>
    Never,
}
