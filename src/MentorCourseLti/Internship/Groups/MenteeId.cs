namespace MentorCourseLti.Internship.Groups;

public readonly record struct MenteeId(Guid Value) : IId<MenteeId>
{
    public static MenteeId From(Guid value) => new(value);

    public static MenteeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
