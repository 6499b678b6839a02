using MentorCourseLti.Internship;

namespace MentorCourseLti.Reminders;

public readonly record struct ReminderMessageId(Guid Value) : IId<ReminderMessageId>
{
    public static ReminderMessageId From(Guid value) => new(value);

    public static ReminderMessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
