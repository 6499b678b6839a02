namespace MentorCourseLti.Internship.Mentoring;

public readonly record struct LogEntryId(Guid Value) : IId<LogEntryId>
{
    public static LogEntryId From(Guid value) => new(value);

    public static LogEntryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
