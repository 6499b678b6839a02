namespace MentorCourseLti.Internship.Attachments;

public readonly record struct AttachmentId(Guid Value) : IId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public static AttachmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
