namespace MentorCourseLti.Internship.Assessments;

public readonly record struct SavedCommentId(Guid Value) : IId<SavedCommentId>
{
    public static SavedCommentId From(Guid value) => new(value);

    public static SavedCommentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
