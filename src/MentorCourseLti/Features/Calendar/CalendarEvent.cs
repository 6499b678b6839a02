namespace MentorCourseLti.Features.Calendar;

/// <summary>One entry of a calendar that others subscribe to.</summary>
/// <param name="Uid">Stays the same as long as the entry lives; unique in the world.</param>
/// <param name="Sequence">Raised by every change of its times.</param>
/// <param name="EndsAt">No later than it starts where it is a moment, such as a due date.</param>
/// <param name="Url">Absolute.</param>
/// <param name="IsCancelled">An entry that is left out stays in some calendars; one that is cancelled goes.</param>
public sealed record CalendarEvent(
    string Uid,
    int Sequence,
    DateTimeOffset ChangedAt,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Summary,
    string Description,
    string Location,
    Uri? Url,
    bool IsCancelled);
