namespace MentorCourseLti.Internship.Rubrics;

public readonly record struct RubricId(Guid Value) : IId<RubricId>
{
    public static RubricId From(Guid value) => new(value);

    public static RubricId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
