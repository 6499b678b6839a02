namespace MentorCourseLti.Internship.Sessions;

public readonly record struct CalendarFeedId(Guid Value) : IId<CalendarFeedId>
{
    public static CalendarFeedId From(Guid value) => new(value);

    public static CalendarFeedId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
