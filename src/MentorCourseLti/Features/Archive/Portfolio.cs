using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Archive;

/// <summary>Everything that one mentor made in a course.</summary>
public sealed record Portfolio(IReadOnlyList<PortfolioWork> Works, IReadOnlyList<PortfolioLog> Logs)
{
    public bool IsEmpty => Works.Count == 0 && Logs.Count == 0;

    public bool HasFiles => Works.Any(work => work.Files.Any());
}

/// <param name="Draft">What is written and not handed in; none where there is nothing of the kind.</param>
/// <param name="DraftFiles">Attached to the draft, and to no attempt.</param>
public sealed record PortfolioWork(Activity Activity, OwnTerms Terms, IReadOnlyList<PortfolioAttempt> Attempts, string? Draft, IReadOnlyList<Attachment> DraftFiles)
{
    public IEnumerable<Attachment> Files => Attempts.SelectMany(attempt => attempt.Files).Concat(DraftFiles).DistinctBy(file => file.Id);
}

/// <param name="Self">Where the mentor placed it before handing it in, where the activity asked.</param>
/// <param name="Feedback">Once it is released.</param>
/// <param name="Answer">What the mentor made of the feedback.</param>
public sealed record PortfolioAttempt(Attempt Attempt, SelfAssessment? Self, Assessment? Feedback, FeedbackAnswer? Answer, IReadOnlyList<Attachment> Files);

public sealed record PortfolioLog(Activity Activity, IReadOnlyList<LogEntry> Entries)
{
    public Hours Hours => new(MinutesOf(EntryState.Approved), MinutesOf(EntryState.Waiting), Activity.GoalHours ?? 0);

    private int MinutesOf(EntryState state) => Entries.Where(entry => entry.State == state).Sum(entry => entry.Minutes);
}
