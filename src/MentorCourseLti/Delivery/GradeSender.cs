using Lti.Grades;
using Lti.Platforms;
using Lti.Services;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Delivery;

/// <summary>Sends one grade and judges the answer: the rules of AGS 2.0 and of the LMSs that bend them.</summary>
internal sealed class GradeSender(GradeService grades, IOptions<MentorCourseOptions> options, TimeProvider clock)
{
    public async Task<TriedGrade> SendAsync(LaneCourse course, LaneStop stop, CancellationToken cancel)
    {
        var sent = stop.Message(stop.Delivery.NextTimestamp());
        if (Address(stop) is not { } lineItem)
            return new TriedGrade(stop, sent, new DeliveryOutcome.Refused(DeliveryAnswer.NoColumn, HttpStatus: null));

        if (await AnsweredBeforeSendingAsync(course, stop, lineItem, sent, cancel) is { } early)
            return new TriedGrade(stop, sent, early);

        return await SendAsync(course, stop, lineItem, sent, maySendLater: true, cancel);
    }

    private async Task<TriedGrade> SendAsync(
        LaneCourse course, LaneStop stop, Uri lineItem, SentGrade sent, bool maySendLater, CancellationToken cancel)
    {
        var answer = await grades.SendScoreAsync(course.Platform, lineItem, ToScore(stop, sent), cancel);
        switch (answer)
        {
            case ServiceAnswer<Accepted>.Ok ok:
                return new TriedGrade(stop, sent, new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, ok.Status));
            case ServiceAnswer<Accepted>.TryLater later:
                return new TriedGrade(stop, sent, Later(later.Status, later.RetryAfter, later.Reason));
            case ServiceAnswer<Accepted>.Refused refused when ScoreConflict.IsOne(refused.Status, refused.Body):
                return await ResolveConflictAsync(course, stop, lineItem, sent, refused, maySendLater, cancel);
            case ServiceAnswer<Accepted>.Refused refused:
                return new TriedGrade(stop, sent, new DeliveryOutcome.Refused(Why(refused.Status), refused.Status, refused.Reason));
            default:
                throw new InvalidOperationException("ServiceAnswer is closed.");
        }
    }

    /// <summary>
    /// Moodle answers 409, and Canvas 400, to a score that is not later than what it has. That is no failure to retry
    /// blindly: what the gradebook shows decides.
    /// </summary>
    private async Task<TriedGrade> ResolveConflictAsync(
        LaneCourse course, LaneStop stop, Uri lineItem, SentGrade sent, ServiceAnswer<Accepted>.Refused refused, bool maySendLater, CancellationToken cancel)
    {
        var answer = await grades.ReadResultsAsync(course.Platform, lineItem, stop.Subject, cancel);
        if (answer is ServiceAnswer<IReadOnlyList<Result>>.TryLater later)
            return new TriedGrade(stop, sent, Later(later.Status, later.RetryAfter, later.Reason));
        if (answer is not ServiceAnswer<IReadOnlyList<Result>>.Ok ok)
            return new TriedGrade(stop, sent, new DeliveryOutcome.Refused(DeliveryAnswer.Refused, refused.Status, refused.Reason));

        var outcome = ScoreConflict.Judge(stop.Delivery, sent, FindResult(ok.Value, stop.Subject), refused.Status);
        if (outcome is not DeliveryOutcome.TryLater)
            return new TriedGrade(stop, sent, outcome);
        if (!maySendLater)
            return new TriedGrade(stop, sent, Later(refused.Status, retryAfter: null, refused.Reason));

        // At least a whole second later than anything of ours, and than a teacher's edit of this moment.
        var now = clock.GetUtcNow();
        var next = DateTimeOffset.FromUnixTimeSeconds(Math.Max(now.ToUnixTimeSeconds(), sent.Timestamp.ToUnixTimeSeconds()) + 1);
        return await SendAsync(course, stop, lineItem, sent with { Timestamp = next }, maySendLater: false, cancel);
    }

    /// <summary>Cases in which the gradebook must be read first: after a crash, and before a report that could blank a grade.</summary>
    private async Task<DeliveryOutcome?> AnsweredBeforeSendingAsync(
        LaneCourse course, LaneStop stop, Uri lineItem, SentGrade sent, CancellationToken cancel)
    {
        if (sent.TakesBack)
            return await AnsweredBeforeTakingBackAsync(course, stop, lineItem, cancel);
        bool handInCouldBlank = !stop.Delivery.IsGrade && !LmsQuirks.KeepsGradeOnHandIn(course.Platform);
        if (handInCouldBlank && stop.Delivery.EverSentGrade)
            return new DeliveryOutcome.LeftAlone(DeliveryAnswer.KeptGrade, HttpStatus: null);
        if (!handInCouldBlank && !(stop.IsInDoubt && stop.Delivery.IsGrade))
            return null;

        var answer = await grades.ReadResultsAsync(course.Platform, lineItem, stop.Subject, cancel);
        return answer switch
        {
            ServiceAnswer<IReadOnlyList<Result>>.TryLater later => Later(later.Status, later.RetryAfter, later.Reason),
            ServiceAnswer<IReadOnlyList<Result>>.Ok ok when handInCouldBlank =>
                // A result without a score may be a 0 that Moodle leaves out: also a grade.
                FindResult(ok.Value, stop.Subject) is null ? null : new DeliveryOutcome.LeftAlone(DeliveryAnswer.KeptGrade, ok.Status),
            ServiceAnswer<IReadOnlyList<Result>>.Ok ok =>
                ScoreConflict.ProvesArrival(stop.Delivery, sent, FindResult(ok.Value, stop.Subject)) ? new DeliveryOutcome.Arrived(DeliveryAnswer.AlreadyThere, ok.Status) : null,
            // Not permitted to read: a grade may be sent twice, but a hand-in must not blank what we cannot see.
            _ => handInCouldBlank ? new DeliveryOutcome.LeftAlone(DeliveryAnswer.KeptGrade, HttpStatus: null) : null,
        };
    }

    /// <summary>Only what we sent is taken out of a gradebook: a grade that somebody typed there meanwhile stays.</summary>
    private async Task<DeliveryOutcome?> AnsweredBeforeTakingBackAsync(LaneCourse course, LaneStop stop, Uri lineItem, CancellationToken cancel)
    {
        var answer = await grades.ReadResultsAsync(course.Platform, lineItem, stop.Subject, cancel);
        return answer switch
        {
            ServiceAnswer<IReadOnlyList<Result>>.TryLater later => Later(later.Status, later.RetryAfter, later.Reason),
            ServiceAnswer<IReadOnlyList<Result>>.Ok ok => ScoreConflict.BeforeTakingBack(stop.Delivery, FindResult(ok.Value, stop.Subject), ok.Status),
            // Not permitted to read: it cannot be told whose the grade is.
            _ => new DeliveryOutcome.LeftAlone(DeliveryAnswer.KeptGrade, HttpStatus: null),
        };
    }

    private Score ToScore(LaneStop stop, SentGrade sent) => new()
    {
        UserId = stop.Subject,
        ScoreGiven = sent.Score,
        ScoreMaximum = sent.Score is null ? null : sent.OutOf,
        Comment = sent.Score is null ? null : sent.Comment,
        CommentChanged = stop.Delivery.CommentChanged,
        Timestamp = sent.Timestamp,
        RemovesScore = sent.TakesBack,
        ActivityProgress = sent.Score is null ? ActivityProgress.Submitted : ActivityProgress.Completed,
        GradingProgress = sent.Score is null ? GradingProgress.PendingManual : GradingProgress.FullyGraded,
        SubmittedAt = stop.Delivery.SubmittedAt,
        IsNewSubmission = stop.Delivery.IsNewAttempt,
        SubmissionUrl = WorkAddress.Of(options.Value.PublicUri, stop.Delivery.ActivityId, stop.Delivery.MemberId, sent.Attempt),
    };

    private static Uri? Address(LaneStop stop) => stop.Column.LineItemUrl is { } url ? new Uri(url) : null;

    private static Result? FindResult(IReadOnlyList<Result> results, string subject) => results.FirstOrDefault(result => result.UserId == subject);

    private static DeliveryOutcome.TryLater Later(int? status, TimeSpan? retryAfter, string reason) => new(status, retryAfter, reason);

    /// <summary>Why an LMS refuses for good, by the status of its answer.</summary>
    internal static DeliveryAnswer Why(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => DeliveryAnswer.ColumnGone,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => DeliveryAnswer.NotPermitted,
        StatusCodes.Status422UnprocessableEntity => DeliveryAnswer.NotAStudentThere,
        _ => DeliveryAnswer.Refused,
    };
}
