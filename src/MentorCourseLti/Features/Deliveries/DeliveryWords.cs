using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Deliveries;

/// <summary>Says in words a biologist uses where a grade stands.</summary>
public sealed class DeliveryWords(IStringLocalizer<DeliveryWords> text)
{
    public string Chip(GradeDelivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting => delivery.Tries == 0 ? "waiting" : "trouble",
        DeliveryState.Delivered => "sent",
        DeliveryState.NeedsLook => "failed",
        _ => "none",
    };

    public string State(GradeDelivery delivery) => delivery is { State: DeliveryState.Waiting, Tries: > 0 } ? "Trying" : delivery.State.ToString();

    public string Wanted(GradeDelivery delivery) => delivery.Score is { } score ? text["Grade", Points.Of(score), Points.Of(delivery.OutOf)] : text["HandIn"];

    public string Sent(DeliveryReceipt receipt) => receipt.Score is { } score ? text["Grade", Points.Of(score), Points.Of(receipt.OutOf)] : text["HandIn"];

    /// <summary>What came of a try: "Canvas took it".</summary>
    public string Answer(DeliveryAnswer answer, string platform) => text[$"Answer.{answer}", platform];

    public string Now(GradeDelivery delivery, string platform, CourseTime time) => delivery switch
    {
        { State: DeliveryState.Waiting, Tries: 0 } => text["Now.Waiting", platform],
        { State: DeliveryState.Waiting } => text["Now.Trying", platform, time.Exactly(delivery.NextTryAt)],
        { LastAnswer: { } answer } => Answer(answer, platform),
        _ => "",
    };

    /// <summary>What the gradebook showed when it was last read; null where it was not.</summary>
    public string? Seen(GradeDelivery delivery, string platform)
    {
        if (delivery.SeenAt is null)
            return null;
        if (!delivery.Differs)
            return text["Seen.Same", platform, Points.Of(delivery.SentScore), Points.Of(delivery.SentOutOf)];
        return delivery.SeenScore is { } score
            ? text["Seen.Other", platform, Points.Of(score), Points.Of(delivery.SeenOutOf ?? delivery.SentOutOf)]
            : text["Seen.Nothing", platform];
    }
}
