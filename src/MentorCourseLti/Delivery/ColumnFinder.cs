using Lti.Grades;
using Lti.Services;
using MentorCourseLti.Data;

namespace MentorCourseLti.Delivery;

/// <summary>Finds the gradebook column of an activity whose launches name none, or makes it where the LMS permits. Never a second one.</summary>
internal sealed class ColumnFinder(GradeService grades, CourseDb db)
{
    /// <summary>None where the column is there; else why its grades cannot be sent.</summary>
    public async Task<DeliveryOutcome?> EnsureAsync(LaneCourse course, LaneStop stop, CancellationToken cancel)
    {
        if (ColumnLoss.OutcomeOf(stop.Column) is { } noColumn)
            return noColumn;
        if (stop.Column.LineItemUrl is not null)
            return null;
        if (course.Ags.LineItems is null)
            return new DeliveryOutcome.Refused(DeliveryAnswer.NoColumn, HttpStatus: null);
        if (!course.Ags.MayManageLineItems)
            return new DeliveryOutcome.Refused(DeliveryAnswer.NotPermitted, HttpStatus: null);

        var wanted = ColumnTerms.Of(stop.Activity, stop.Delivery.OutOf, stop.LinkLmsId);
        switch (await grades.FindOrCreateLineItemAsync(course.Platform, course.Ags, wanted, cancel))
        {
            case ServiceAnswer<LineItem>.Ok { Value.Id: { } address }:
                stop.Column.LineItemUrl = address.ToString();
                await db.SaveChangesAsync(cancel);
                return null;
            case ServiceAnswer<LineItem>.TryLater later:
                return new DeliveryOutcome.TryLater(later.Status, later.RetryAfter, later.Reason);
            case ServiceAnswer<LineItem>.Refused refused:
                return new DeliveryOutcome.Refused(DeliveryAnswer.NoColumn, refused.Status, refused.Reason);
            default:
                return new DeliveryOutcome.Refused(DeliveryAnswer.NoColumn, HttpStatus: null);
        }
    }
}
