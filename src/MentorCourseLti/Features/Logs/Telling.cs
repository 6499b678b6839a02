using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;

namespace MentorCourseLti.Features.Logs;

/// <summary>A session as a form tells of it.</summary>
/// <param name="Entry">The form's own id of the entry: sent twice, it is still one session.</param>
/// <param name="BasedOn">The entry's version that was changed; 0 for a new one.</param>
/// <param name="Session">The planned session that it is about.</param>
public sealed record Telling(Guid Entry, EntryFacts Facts, int BasedOn, Session? Session = null);
