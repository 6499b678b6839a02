using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Reminders;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Reminders;

/// <summary>Says what waits, in the tool and by e-mail alike. No mentee is named, and nothing stands in it that a mentor or a grader wrote: e-mail lies with many companies.</summary>
public sealed class ReminderWords(IStringLocalizer<ReminderWords> text)
{
    public string Sentence(OpenThing thing, DateTimeOffset now)
    {
        string at = new CourseTime(thing.Member.CourseZone).Moment(thing.At);
        return thing switch
        {
            { Line.Kind: ReminderKind.DueSoon } => text[thing.At > now ? "Due" : "WasDue", thing.Title, at],
            { Line.Kind: ReminderKind.LogMissing } => text["LogMissing", at],
            { Line.Kind: ReminderKind.FeedbackReady } => text["FeedbackReady", thing.Title],
            { Line.Kind: ReminderKind.EntryReturned } => text["EntryReturned", at],
            { Digest: { } digest } => Sentence(digest),
            _ => throw new ArgumentException("A digest without its numbers.", nameof(thing)),
        };
    }

    public string Subject(Letter letter) => letter.Things switch
    {
        [{ Line.Kind: ReminderKind.WeeklyDigest } only] => text["Subject.Digest", only.Member.CourseName],
        [var only] => text["Subject.One", only.Member.CourseName],
        var several when several.Select(thing => thing.Member.CourseId).Distinct().Count() == 1 => text["Subject.Many", several.Count, several[0].Member.CourseName],
        var several => text["Subject.Courses", several.Count],
    };

    public string Of(string key, params object[] arguments) => text[key, arguments];

    /// <summary>What waits first, then what came in, then what is coming.</summary>
    private string Sentence(WeekDigest digest)
    {
        string[] sentences =
        [
            Count("ToGrade", digest.ToGrade),
            Count("Entries", digest.EntriesToReview),
            Count("Attention", digest.NeedAttention),
            Count("Trouble", digest.InTrouble),
            digest.Waits ? "" : text["NothingWaits"],
            Count("HandedIn", digest.HandedIn),
            Count("Logged", digest.Logged),
            Count("DueSoon", digest.DueSoon),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private string Count(string key, int count) => count switch
    {
        0 => "",
        1 => text[$"{key}.One"],
        _ => text[$"{key}.Many", count],
    };
}
