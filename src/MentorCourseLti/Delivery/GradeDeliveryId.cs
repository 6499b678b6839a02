using MentorCourseLti.Internship;

namespace MentorCourseLti.Delivery;

public readonly record struct GradeDeliveryId(Guid Value) : IId<GradeDeliveryId>
{
    public static GradeDeliveryId From(Guid value) => new(value);

    public static GradeDeliveryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
