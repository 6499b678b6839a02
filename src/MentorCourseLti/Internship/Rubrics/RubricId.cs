using System.Buffers.Binary;

namespace MentorCourseLti.Internship.Rubrics;

public readonly record struct RubricId(Guid Value) : IId<RubricId>
{
    /// <summary>As the id says in its first 48 bits. RFC 9562, 5.7.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Value.ToByteArray(bigEndian: true)) >>> 16);

    public static RubricId From(Guid value) => new(value);

    public static RubricId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
