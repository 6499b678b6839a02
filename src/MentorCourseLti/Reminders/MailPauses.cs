namespace MentorCourseLti.Reminders;

/// <summary>How long a mail server that cannot take a message now is left alone.</summary>
internal static class MailPauses
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>1, 2, 4 minutes and so on up to an hour.</summary>
    public static TimeSpan After(int tries)
    {
        var pause = First * Math.Pow(2, Math.Clamp(tries - 1, 0, 10));
        return pause < Longest ? pause : Longest;
    }
}
