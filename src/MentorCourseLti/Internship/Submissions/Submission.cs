using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Submissions;

/// <summary>One mentor's work on one activity: the draft being written and the attempts handed in.</summary>
public sealed class Submission
{
    /// <summary>Longest text that is kept, in characters.</summary>
    public const int LongestText = 100_000;

    private readonly List<Attempt> attempts = [];

    public required SubmissionId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required MemberId MemberId { get; init; }

    /// <summary>Markdown.</summary>
    public string DraftText { get; private set; } = "";

    /// <summary>Raised by every change, so that two tabs cannot overwrite each other unseen.</summary>
    public int DraftVersion { get; private set; }

    public int DraftWords { get; private set; }

    public DateTimeOffset? DraftSavedAt { get; private set; }

    /// <summary>How far it has come: what lists count by.</summary>
    public WorkState State { get; private set; }

    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>The attempt that counts now; none before the first hand-in and after a take-back.</summary>
    public Attempt? Current => attempts.Where(attempt => attempt.Stands).MaxBy(attempt => attempt.Number);

    /// <summary>The newest attempt with a released grade: it counts until a newer one is graded.</summary>
    public Attempt? LastGraded => attempts.Where(attempt => attempt.GradedAt is not null).MaxBy(attempt => attempt.Number);

    public bool IsGraded => Current?.GradedAt is not null;

    public static Submission Begin(Activity activity, MemberId member, DateTimeOffset now) => new()
    {
        Id = SubmissionId.New(now),
        CourseId = activity.CourseId,
        ActivityId = activity.Id,
        MemberId = member,
    };

    public DraftResult SaveDraft(string text, int basedOn, OwnTerms terms, DateTimeOffset now)
    {
        if (WritingRefusal(terms, now) is { } refusal)
            return refusal;
        if (text.Length > LongestText)
            return new DraftResult.TooLong(text.Length);
        if (basedOn != DraftVersion && text != DraftText)
            return new DraftResult.ChangedElsewhere(DraftText, DraftVersion);

        if (text != DraftText || DraftSavedAt is null)
            KeepDraft(text, now);
        return new DraftResult.Saved(DraftVersion, DraftSavedAt!.Value, DraftWords);
    }

    /// <param name="files">What is attached to the draft at this moment.</param>
    public HandInResult HandIn(int basedOn, IReadOnlyList<AttachmentId> files, OwnTerms terms, DateTimeOffset now)
    {
        switch (WritingRefusal(terms, now))
        {
            case DraftResult.AlreadyHandedIn:
                return new HandInResult.AlreadyHandedIn();
            case DraftResult.NotOpen:
                return new HandInResult.NotOpen();
            case DraftResult.Closed:
                return new HandInResult.Closed();
        }

        if (basedOn != DraftVersion)
            return new HandInResult.ChangedElsewhere();
        if (string.IsNullOrWhiteSpace(DraftText) && files.Count == 0)
            return new HandInResult.Empty();

        var attempt = new Attempt
        {
            Id = AttemptId.New(now),
            CourseId = CourseId,
            SubmissionId = Id,
            Number = attempts.Count + 1,
            Text = DraftText,
            Words = DraftWords,
            Files = files,
            HandedInAt = now,
            FirstHandedInAt = Current?.CountsFrom,
        };
        if (Current is { } graded)
            graded.SetAsideAt = now;
        attempts.Add(attempt);
        State = WorkState.HandedIn;
        return new HandInResult.HandedIn(attempt);
    }

    public TakeBackResult TakeBack(OwnTerms terms, DateTimeOffset now)
    {
        if (Current is not { } attempt)
            return TakeBackResult.NothingHandedIn;
        if (attempt.GradedAt is not null)
            return TakeBackResult.AlreadyGraded;
        if (attempt.FirstHandedInAt is null ? terms.IsClosed(now) : !terms.MayResubmit(now))
            return TakeBackResult.Closed;

        attempt.SetAsideAt = now;
        // It was a second try: the graded attempt before it stands again.
        if (LastGraded is { } graded)
            graded.SetAsideAt = null;
        KeepDraft(attempt.Text, now);
        return TakeBackResult.TakenBack;
    }

    /// <summary>The assessment of its current attempt is released.</summary>
    public void TakeGrade(Attempt attempt, DateTimeOffset now)
    {
        attempt.GradedAt = now;
        State = WorkState.Graded;
    }

    /// <summary>The assessment of its current attempt is released no longer.</summary>
    public void LoseGrade(Attempt attempt)
    {
        attempt.GradedAt = null;
        State = WorkState.HandedIn;
    }

    /// <summary>Why the draft, its text and its files, cannot be changed now; none where it can.</summary>
    public DraftResult? WritingRefusal(OwnTerms terms, DateTimeOffset now)
    {
        // What came back with a grade may be worked over, whenever else it closes.
        if (Current is { GradedAt: not null } && terms.MayResubmit(now))
            return null;
        if (Current is not null)
            return new DraftResult.AlreadyHandedIn();
        if (terms.IsAhead(now))
            return new DraftResult.NotOpen();
        return terms.IsClosed(now) ? new DraftResult.Closed() : null;
    }

    private void KeepDraft(string text, DateTimeOffset now)
    {
        DraftText = text;
        DraftWords = WordCount.Of(text);
        DraftSavedAt = now;
        DraftVersion++;
        State = IsGraded ? WorkState.Graded : WorkState.Draft;
    }
}
