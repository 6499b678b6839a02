namespace MentorCourseLti.Internship.Programmes;

public readonly record struct CourseLinkId(Guid Value) : IId<CourseLinkId>
{
    public static CourseLinkId From(Guid value) => new(value);

    public static CourseLinkId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
