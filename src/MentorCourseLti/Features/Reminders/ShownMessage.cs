using MentorCourseLti.Reminders;

namespace MentorCourseLti.Features.Reminders;

/// <summary>A message as its person sees it now.</summary>
/// <param name="Open">What of it still waits, and stands in no newer one.</param>
/// <param name="IsNew">It was not on the screen before.</param>
public sealed record ShownMessage(ReminderMessage Message, IReadOnlyList<OpenThing> Open, bool IsNew);

/// <summary>What stands in messages that were not looked at, and still waits.</summary>
/// <param name="Sentence">Where it is one thing.</param>
public sealed record ReminderNews(int Count, string? Sentence);
