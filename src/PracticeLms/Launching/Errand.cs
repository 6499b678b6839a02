using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Launching;

/// <summary>What somebody wants of the tool. Closed.</summary>
public abstract record Errand
{
    private Errand()
    {
    }

    /// <summary>The link that it is about; none where one is only to be made.</summary>
    public abstract CourseLink? Link { get; }

    /// <summary>Somebody has clicked a link.</summary>
    public sealed record Open(CourseLink About) : Errand
    {
        public override CourseLink Link => About;
    }

    /// <summary>An instructor picks what new links are to open (deep linking 2.0).</summary>
    /// <param name="PickId">Names this choice in the return address.</param>
    /// <param name="Many">Whether several may be picked.</param>
    public sealed record Pick(string PickId, bool Many) : Errand
    {
        public override CourseLink? Link => null;
    }

    /// <summary>Somebody looks at a person's work from the gradebook (submission review 1.0).</summary>
    public sealed record Review(CourseLink About, LineItem Column, Person Of) : Errand
    {
        public override CourseLink Link => About;
    }

    /// <summary>The same as Canvas's SpeedGrader does it: a launch of the link, to the address that came with the score.</summary>
    public sealed record Show(CourseLink About, string Address) : Errand
    {
        public override CourseLink Link => About;
    }
}
