namespace MentorCourseLti.Internship.Activities;

public readonly record struct GradeColumnId(Guid Value) : IId<GradeColumnId>
{
    public static GradeColumnId From(Guid value) => new(value);

    public static GradeColumnId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
