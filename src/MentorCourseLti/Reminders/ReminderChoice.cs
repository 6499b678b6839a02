using MentorCourseLti.Internship.Reminders;

namespace MentorCourseLti.Reminders;

/// <summary>What one person chose about reminders, for all courses of an LMS. Whoever chose nothing has no row, and gets them all.</summary>
public sealed class ReminderChoice
{
    public required Guid PlatformId { get; init; }

    /// <summary>The LMS's own id of the person.</summary>
    public required string Subject { get; init; }

    public IReadOnlyList<ReminderKind> Silenced { get; private set; } = [];

    public bool WantsMail { get; set; } = true;

    /// <summary>An address that the mail server did not know. As long as the LMS gives no other, nothing is sent to it.</summary>
    public string? RefusedAddress { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    public bool Wants(ReminderKind kind) => !Silenced.Contains(kind);

    /// <summary>Of these kinds the person wants some. What there is besides stays as it is.</summary>
    public void Choose(IReadOnlyCollection<ReminderKind> of, IReadOnlyCollection<ReminderKind> wanted) =>
        Silenced = [.. Silenced.Except(of).Concat(of.Except(wanted)).Order()];

    public void Refuse(string address, DateTimeOffset now) => (RefusedAddress, RefusedAt) = (address, now);

    /// <summary>The person says that the address is right.</summary>
    public void TrustAgain() => (RefusedAddress, RefusedAt) = (null, null);

    public bool MayMail(string address) => WantsMail && !string.Equals(RefusedAddress, address, StringComparison.OrdinalIgnoreCase);
}
