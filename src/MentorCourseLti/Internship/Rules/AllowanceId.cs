namespace MentorCourseLti.Internship.Rules;

public readonly record struct AllowanceId(Guid Value) : IId<AllowanceId>
{
    public static AllowanceId From(Guid value) => new(value);

    public static AllowanceId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
