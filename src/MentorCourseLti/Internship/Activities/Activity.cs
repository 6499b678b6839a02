using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Internship.Activities;

/// <summary>A piece of coursework that a link in the LMS opens.</summary>
public sealed class Activity
{
    public required ActivityId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityKind Kind { get; init; }

    public required string Title { get; set; }

    /// <summary>What the mentor is asked, in Markdown.</summary>
    public required string Prompt { get; set; }

    /// <summary>What the work counts in the gradebook. Like the three times, the LMS's where it says so, else ours.</summary>
    public required decimal Points { get; set; }

    /// <summary>Until then mentors see its title and this time, and nothing more.</summary>
    public DateTimeOffset? OpensAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>From here on nothing can be handed in or taken back.</summary>
    public DateTimeOffset? ClosesAt { get; set; }

    /// <summary>Where in the course's term it is due: it moves with that week. None for what has a date of its own, or none.</summary>
    public WeekPlace? Place { get; set; }

    /// <summary>What was set here, once the LMS has said something of its own.</summary>
    public ActivityTerms? Ours { get; private set; }

    /// <summary>What the LMS last said.</summary>
    public LmsTerms? Lms { get; private set; }

    /// <summary>What a reflection is judged by.</summary>
    public RubricId? RubricId { get; set; }

    /// <summary>How many hours of mentoring a log asks for.</summary>
    public decimal? GoalHours { get; set; }

    /// <summary>Whether mentor leaders grade the work of their own mentors.</summary>
    public bool LeadersGrade { get; set; }

    /// <summary>Whether graders see whose work they grade only when its grade is released.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>Whether mentors place their own work on the rubric before they hand it in.</summary>
    public bool AsksSelfAssessment { get; set; }

    /// <summary>What late work loses; none where it loses nothing.</summary>
    public LatePolicy? Late { get; set; }

    /// <summary>Until then graded work may be handed in once more, and the newest grade counts.</summary>
    public DateTimeOffset? ResubmitUntil { get; set; }

    /// <summary>What a participation grade is made of.</summary>
    public Participation? Participation { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first of its line, of which this is a copy for another run; none where it was made anew.</summary>
    public ActivityId? OriginId { get; init; }

    /// <summary>What counts if nobody but us were asked.</summary>
    public ActivityTerms Set => Ours ?? new ActivityTerms(OpensAt, DueAt, ClosesAt, Points);

    public Counting Counting => new(Points, Late);

    /// <summary>What an instructor sets here. The LMS's word goes on winning.</summary>
    public void Agree(ActivityTerms ours)
    {
        Ours = Lms is null ? null : ours;
        Combine(ours);
    }

    /// <summary>What a launch says. Returns whether it is news.</summary>
    public bool Hear(LmsTerms? said)
    {
        if (!LmsTerms.IsNews(Lms, said))
            return false;
        Ours = Set;
        Lms = said;
        Combine(Ours);
        return true;
    }

    public bool IsAhead(DateTimeOffset now) => Everybodys.IsAhead(now);

    public bool IsClosed(DateTimeOffset now) => Everybodys.IsClosed(now);

    /// <summary>Its times for one mentor. An extension keeps it open.</summary>
    public OwnTerms TermsFor(Allowance? allowance) => TermsFor(allowance?.DueAt, allowance?.IsExcused ?? false);

    public OwnTerms TermsFor(DateTimeOffset? ownDue, bool isExcused) =>
        new(OpensAt, ownDue ?? DueAt, ClosesAt < ownDue ? ownDue : ClosesAt, ResubmitUntil, isExcused);

    private OwnTerms Everybodys => TermsFor(allowance: null);

    private void Combine(ActivityTerms ours)
    {
        (OpensAt, DueAt, ClosesAt) = (Lms?.OpensAt ?? ours.OpensAt, Lms?.DueAt ?? ours.DueAt, Lms?.ClosesAt ?? ours.ClosesAt);
        Points = Lms?.Points ?? ours.Points ?? Points;
    }
}
