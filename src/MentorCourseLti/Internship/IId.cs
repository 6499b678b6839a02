namespace MentorCourseLti.Internship;

/// <summary>An id of this domain: a version 7 guid that cannot be mistaken for another noun's.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
