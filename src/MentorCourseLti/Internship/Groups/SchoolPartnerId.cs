namespace MentorCourseLti.Internship.Groups;

public readonly record struct SchoolPartnerId(Guid Value) : IId<SchoolPartnerId>
{
    public static SchoolPartnerId From(Guid value) => new(value);

    public static SchoolPartnerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
