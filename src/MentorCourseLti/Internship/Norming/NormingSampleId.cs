namespace MentorCourseLti.Internship.Norming;

public readonly record struct NormingSampleId(Guid Value) : IId<NormingSampleId>
{
    public static NormingSampleId From(Guid value) => new(value);

    public static NormingSampleId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
