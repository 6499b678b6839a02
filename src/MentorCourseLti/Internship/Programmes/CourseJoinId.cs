namespace MentorCourseLti.Internship.Programmes;

public readonly record struct CourseJoinId(Guid Value) : IId<CourseJoinId>
{
    public static CourseJoinId From(Guid value) => new(value);

    public static CourseJoinId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
