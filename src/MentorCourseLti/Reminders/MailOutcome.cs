namespace MentorCourseLti.Reminders;

/// <summary>What came of handing a message to the mail server.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    public sealed record Sent : MailOutcome;

    /// <summary>The server has not taken it, and may yet.</summary>
    public sealed record TryLater(string Answer) : MailOutcome;

    /// <summary>The server said no for good.</summary>
    /// <param name="IsOfAddress">It is the address that it does not know.</param>
    public sealed record Refused(string Answer, bool IsOfAddress) : MailOutcome;

    /// <summary>The connection was lost after the server had begun to take it: it may be there or not.</summary>
    public sealed record InDoubt : MailOutcome;
}
