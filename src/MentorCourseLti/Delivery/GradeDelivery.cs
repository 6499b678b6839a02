using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>
/// One gradebook cell and what is on its way to it: the outbox row, which is also the whole retry policy.
/// A cell has one row for life. A newer grade replaces the one that waits and raises the version; what was last
/// sent stays beside it, since the next message to the LMS depends on it (comment changed? later than the last?).
/// </summary>
public sealed class GradeDelivery
{
    public required GradeDeliveryId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required GradeColumnId ColumnId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required MemberId MemberId { get; init; }

    // What the gradebook should show.
    public decimal? Score { get; private set; }

    public decimal OutOf { get; private set; }

    public string Comment { get; private set; } = "";

    public DateTimeOffset SubmittedAt { get; private set; }

    public int Attempt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Raised by every change of what is wanted. A completion counts only for the version that was sent.</summary>
    public int Version { get; private set; }

    /// <summary>What was sent was released no longer, and no score is wanted: it is to be taken out again.</summary>
    public bool IsTakenBack { get; private set; }

    // How far it has come.
    public DeliveryState State { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Not before this time. Only for those that wait.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    public DeliveryAnswer? LastAnswer { get; private set; }

    /// <summary>The version a deliverer has taken in hand. Still set after a crash or a lost answer: the LMS may have it or not.</summary>
    public int? SendingVersion { get; private set; }

    // What the LMS was last told and took.
    public int? SentVersion { get; private set; }

    public decimal? SentScore { get; private set; }

    public decimal? SentOutOf { get; private set; }

    public string? SentComment { get; private set; }

    public int? SentAttempt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The timestamp inside the newest message the LMS may have: the next must be later.</summary>
    public DateTimeOffset? SentTimestamp { get; private set; }

    /// <summary>A score that was in somebody's hands when newer news came: the LMS may have it or not.</summary>
    public decimal? UnsureScore { get; private set; }

    public decimal? UnsureOutOf { get; private set; }

    // What the gradebook showed when it was last read.
    public decimal? SeenScore { get; private set; }

    public decimal? SeenOutOf { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>True where the gradebook, when last read, showed another grade than the one sent.</summary>
    public bool Differs { get; private set; }

    public bool IsGrade => Score is not null;

    public bool EverSentGrade => SentScore is not null;

    /// <summary>The gradebook has a grade of ours, or may have.</summary>
    public bool MayStandThere => EverSentGrade || UnsureScore is not null;

    /// <summary>A try was cut off, by a crash or by the network, before its answer was known.</summary>
    public bool IsInDoubt => SendingVersion is not null;

    public bool CommentChanged => !string.Equals(Comment, SentComment ?? "", StringComparison.Ordinal);

    /// <summary>One that the LMS has not heard of; that of an earlier attempt, whose grade counts again, it has.</summary>
    public bool IsNewAttempt => Attempt > (SentAttempt ?? 0);

    public static GradeDelivery For(GradeColumn column, MemberId member, DateTimeOffset now) => new()
    {
        Id = GradeDeliveryId.New(now),
        CourseId = column.CourseId,
        ColumnId = column.Id,
        ActivityId = column.ActivityId,
        MemberId = member,
    };

    /// <summary>
    /// Puts newer news in place of what waits. News of a hand-in never replaces a grade of the same or a later attempt, and leaves a grade that is to be
    /// taken out to be taken out.
    /// </summary>
    public void Want(GradeNews news)
    {
        if (news.IsGrade || !IsGrade)
            Put(news, IsTakenBack && !news.IsGrade);
    }

    /// <summary>The grade is released no longer: the cell should say again that the work was handed in.</summary>
    public void TakeBack(GradeNews handedIn) => Put(handedIn, isTakenBack: true);

    /// <summary>A person asks for it once more.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        RememberInHand();
        ChangedAt = now;
        Version++;
        Queue(now);
    }

    /// <summary>It is another column than the one that was sent to: nothing of it stands there yet. Messages still go on getting later.</summary>
    public void StartAnew(DateTimeOffset now)
    {
        (SentVersion, SentScore, SentOutOf, SentComment, SentAttempt, SentAt) = (null, null, null, null, null, null);
        (SeenScore, SeenOutOf, SeenAt, Differs) = (null, null, null, false);
        SendAgain(now);
        (UnsureScore, UnsureOutOf) = (null, null);
    }

    public bool Says(GradeNews news) => (Score, OutOf, Comment, Attempt) == (news.Score, news.OutOf, news.Comment, news.Attempt);

    /// <summary>
    /// The time to put on the message: when the grade changed, but a whole second later than the last message,
    /// since Moodle compares whole seconds and refuses what is not later.
    /// </summary>
    public DateTimeOffset NextTimestamp() =>
        SentTimestamp is { } last && ChangedAt.ToUnixTimeSeconds() <= last.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(last.ToUnixTimeSeconds() + 1)
            : ChangedAt;

    /// <summary>Written down before anything is sent.</summary>
    public void TakeInHand() => SendingVersion = Version;

    /// <summary>Writes down what came of a try. Returns the receipt.</summary>
    /// <param name="sent">The delivery as it was when it was sent: this row may have newer news by now.</param>
    public DeliveryReceipt Settle(SentGrade sent, DeliveryOutcome outcome, DateTimeOffset now)
    {
        SendingVersion = outcome is DeliveryOutcome.TryLater { IsInDoubt: true } ? sent.Version : null;
        LastAnswer = outcome.Answer;
        if (outcome is DeliveryOutcome.Arrived)
            RememberSent(sent, now);
        else if (IsInDoubt && sent.Timestamp > NextTimestamp())
            SentTimestamp = sent.Timestamp;

        if (sent.Version == Version)
            Conclude(sent, outcome, now);
        else
            Queue(now);

        return new DeliveryReceipt
        {
            DeliveryId = Id,
            At = now,
            Score = sent.Score,
            OutOf = sent.OutOf,
            Answer = outcome.Answer,
            Status = outcome.Status,
            Detail = outcome.Detail,
        };
    }

    private void Conclude(SentGrade sent, DeliveryOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case DeliveryOutcome.TryLater later:
                Tries++;
                if (RetrySchedule.GivesUp(Tries))
                    (State, LastAnswer) = (DeliveryState.NeedsLook, DeliveryAnswer.GaveUp);
                else
                    NextTryAt = now + RetrySchedule.Pause(Tries, later.RetryAfter);
                break;
            case DeliveryOutcome.Refused { MayPass: true } when !RetrySchedule.LosesPatience(++Tries):
                NextTryAt = now + RetrySchedule.Pause(Tries, retryAfter: null);
                break;
            case DeliveryOutcome.Refused:
                State = DeliveryState.NeedsLook;
                break;
            case DeliveryOutcome.LeftAlone:
                State = DeliveryState.LeftAlone;
                break;
            case DeliveryOutcome.Arrived:
                State = DeliveryState.Delivered;
                break;
        }
    }

    private void RememberSent(SentGrade sent, DateTimeOffset now)
    {
        (SentVersion, SentAttempt, SentAt) = (sent.Version, Math.Max(sent.Attempt, SentAttempt ?? 0), now);
        SentTimestamp = sent.Timestamp;
        if (sent.Score is null && !sent.TakesBack)
            return;
        (SentScore, SentOutOf, SentComment) = sent.TakesBack ? default : (sent.Score, (decimal?)sent.OutOf, (string?)sent.Comment);
        (UnsureScore, UnsureOutOf) = (null, null);
        // What the gradebook shows of it, the next reading says.
        (SeenAt, Differs) = (null, false);
    }

    /// <summary>The message that is in somebody's hands just now may arrive: the next must be later than it.</summary>
    private void RememberInHand()
    {
        if (SendingVersion != Version)
            return;
        SentTimestamp = NextTimestamp();
        if (IsGrade)
            (UnsureScore, UnsureOutOf) = (Score, OutOf);
    }

    private void Put(GradeNews news, bool isTakenBack)
    {
        RememberInHand();
        (Score, OutOf, Comment, IsTakenBack) = (news.Score, news.OutOf, news.Comment, isTakenBack);
        (SubmittedAt, Attempt, ChangedAt) = (news.SubmittedAt, news.Attempt, news.ChangedAt);
        Version++;
        Queue(news.ChangedAt);
    }

    private void Queue(DateTimeOffset now)
    {
        State = DeliveryState.Waiting;
        Tries = 0;
        NextTryAt = now;
    }
}
