namespace MentorCourseLti.Internship.Norming;

public readonly record struct NormingRoundId(Guid Value) : IId<NormingRoundId>
{
    public static NormingRoundId From(Guid value) => new(value);

    public static NormingRoundId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
