using System.Text.Json.Serialization;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Journals;

/// <summary>Something that happened on the campus: applied when it happens, and applied again when the journal is replayed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(PersonEnrolled), "enrolled")]
[JsonDerivedType(typeof(LinkSaved), "link")]
[JsonDerivedType(typeof(LinkRemoved), "link-removed")]
[JsonDerivedType(typeof(LineItemSaved), "column")]
[JsonDerivedType(typeof(LineItemRemoved), "column-removed")]
[JsonDerivedType(typeof(ScoreReceived), "score")]
[JsonDerivedType(typeof(GradeTyped), "typed")]
[JsonDerivedType(typeof(SettingsSaved), "settings")]
[JsonDerivedType(typeof(ToolRegistered), "tool")]
public abstract record JournalEntry(DateTimeOffset At)
{
    public sealed record PersonEnrolled(DateTimeOffset At, string Course, string Person) : JournalEntry(At);

    public sealed record LinkSaved(DateTimeOffset At, CourseLink Link) : JournalEntry(At);

    public sealed record LinkRemoved(DateTimeOffset At, string Course, string Link) : JournalEntry(At);

    public sealed record LineItemSaved(DateTimeOffset At, string Course, string Item, LineItemFacts Facts) : JournalEntry(At);

    public sealed record LineItemRemoved(DateTimeOffset At, string Course, string Item) : JournalEntry(At);

    /// <summary>A score that was taken, with the manner it was taken in: the same score means different things to different LMSs.</summary>
    public sealed record ScoreReceived(DateTimeOffset At, string Course, string Item, string Manner, ScorePost Score) : JournalEntry(At);

    /// <summary>A grade that a teacher typed; one without a score takes the teacher's grade away again.</summary>
    public sealed record GradeTyped(DateTimeOffset At, string Course, string Item, string Person, decimal? Score) : JournalEntry(At);

    public sealed record SettingsSaved(DateTimeOffset At, CampusSettings Settings) : JournalEntry(At);

    public sealed record ToolRegistered(DateTimeOffset At, RegisteredTool Tool) : JournalEntry(At);
}
