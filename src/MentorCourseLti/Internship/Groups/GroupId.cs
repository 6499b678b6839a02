namespace MentorCourseLti.Internship.Groups;

public readonly record struct GroupId(Guid Value) : IId<GroupId>
{
    public static GroupId From(Guid value) => new(value);

    public static GroupId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
