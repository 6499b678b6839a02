using Lti.Grades;

namespace MentorCourseLti.Delivery;

/// <summary>What to make of a gradebook that says our score is not later than what it has.</summary>
internal static class ScoreConflict
{
    /// <summary>409 is Moodle's answer and the specification's. Canvas answers 400 and names the timestamp.</summary>
    public static bool IsOne(int status, string? body) =>
        status == StatusCodes.Status409Conflict
        || (status == StatusCodes.Status400BadRequest && body?.Contains("timestamp", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>
    /// Equal to ours: it arrived. Equal to what we sent before, or nothing where we had sent no grade: to be sent again,
    /// with a later time (TryLater). Anything else was typed there by hand and is left alone.
    /// </summary>
    public static DeliveryOutcome Judge(GradeDelivery delivery, SentGrade sent, Result? result, int status)
    {
        if (sent.Score is not { } score)
            return new DeliveryOutcome.LeftAlone(DeliveryAnswer.KeptGrade, status);
        if (result is not null && GradeComparison.Same(score, sent.OutOf, result.ResultScore, result.ResultMaximum) && !CommentIsMissing(sent, result))
            return new DeliveryOutcome.Arrived(DeliveryAnswer.AlreadyThere, status);

        bool showsWhatWeSentBefore = delivery.SentScore is { } before
            ? GradeComparison.Same(before, delivery.SentOutOf ?? sent.OutOf, result?.ResultScore, result?.ResultMaximum)
            : result?.ResultScore is null;
        return showsWhatWeSentBefore || result is null
            ? new DeliveryOutcome.TryLater(status, RetryAfter: null, Words: null)
            : new DeliveryOutcome.LeftAlone(DeliveryAnswer.ChangedByHand, status, Shown(result));
    }

    /// <summary>None where the gradebook shows what we sent, which may be taken out; else why there is nothing to do, or nothing that is ours to do.</summary>
    public static DeliveryOutcome? BeforeTakingBack(GradeDelivery delivery, Result? result, int status) =>
        result?.ResultScore is null ? new DeliveryOutcome.Arrived(DeliveryAnswer.AlreadyThere, status)
        : Shows(result, delivery.SentScore, delivery.SentOutOf) || Shows(result, delivery.UnsureScore, delivery.UnsureOutOf) ? null
        : new DeliveryOutcome.LeftAlone(DeliveryAnswer.ChangedByHand, status, Shown(result));

    /// <summary>
    /// After a crash: true only where the gradebook shows what this very message would have put there and nothing
    /// earlier could have. A 0 proves nothing, since Moodle leaves it out.
    /// </summary>
    public static bool ProvesArrival(GradeDelivery delivery, SentGrade sent, Result? result)
    {
        if (sent.Score is not { } score || result?.ResultScore is null)
            return false;
        bool differsFromBefore = delivery.SentScore is not { } before || !GradeComparison.Same(before, delivery.SentOutOf ?? sent.OutOf, score, sent.OutOf);
        return GradeComparison.Same(score, sent.OutOf, result.ResultScore, result.ResultMaximum)
            && !CommentIsMissing(sent, result)
            && (differsFromBefore || string.Equals(result.Comment, sent.Comment, StringComparison.Ordinal));
    }

    // An LMS need not report comments; one that reports another has not got ours.
    private static bool CommentIsMissing(SentGrade sent, Result result) =>
        result.Comment is { Length: > 0 } shown && !string.Equals(shown, sent.Comment, StringComparison.Ordinal);

    private static bool Shows(Result result, decimal? score, decimal? outOf) =>
        (score, outOf) is ({ } given, { } most) && GradeComparison.Same(given, most, result.ResultScore, result.ResultMaximum);

    private static string Shown(Result result) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{result.ResultScore:0.##} / {result.ResultMaximum:0.##}");
}
