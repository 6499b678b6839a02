namespace MentorCourseLti.Features.Calendar;

/// <summary>Names the resources with what stands in people's calendars.</summary>
public sealed class CalendarText;
