using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Mentoring;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>What a mentor fills in about one session. Date and times are text in the course's zone, as the fields send them.</summary>
public sealed class LogForm
{
    private const int LongestName = 60;

    public string? Date { get; set; }

    public string? Start { get; set; }

    public string? End { get; set; }

    public MeetingKind Kind { get; set; } = MeetingKind.Video;

    public bool WasHeld { get; set; } = true;

    /// <summary>Those of earlier sessions who came this time.</summary>
    public IList<string> Who { get; set; } = [];

    /// <summary>Others, with commas between.</summary>
    public string? Others { get; set; }

    public string? Did { get; set; }

    public string? Next { get; set; }

    public bool NeedsAttention { get; set; }

    /// <summary>The entry's version that was changed; 0 for a new one.</summary>
    public int Version { get; set; }

    public static LogForm Of(LogEntry entry, CourseTime time) => new()
    {
        Date = time.DateForInput(entry.StartsAt),
        Start = time.Clock(entry.StartsAt),
        End = time.Clock(entry.EndsAt),
        Kind = entry.Kind,
        WasHeld = entry.WasHeld,
        Who = [.. entry.Who],
        Did = entry.Did,
        Next = entry.Next,
        NeedsAttention = entry.NeedsAttention,
        Version = entry.Version,
    };

    public IReadOnlyList<string> People() => [.. Said.Select(name => PlainText.Line(name, LongestName)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<string?> Said => Who.Concat((Others ?? "").Split([',', ';', '\n']));

    /// <summary>To be called once the form is valid.</summary>
    public EntryFacts Facts(CourseTime time)
    {
        var (starts, ends) = time.ReadSpan(Date, Start, End);
        return new EntryFacts(starts!.Value, ends!.Value, Kind, WasHeld, People(), PlainText.Lines(Did).Trim(), PlainText.Line(Next, EntryFacts.LongestText) ?? "", NeedsAttention);
    }

    /// <summary>The field that a problem belongs to.</summary>
    internal static string FieldOf(EntryProblem problem) => problem switch
    {
        EntryProblem.Overlaps => nameof(Start),
        EntryProblem.EndsBeforeItStarts or EntryProblem.TooLong or EntryProblem.NotOverYet => nameof(End),
        _ => nameof(Did),
    };

    public sealed class Validator : AbstractValidator<LogForm>
    {
        public Validator(IStringLocalizer<LogForm> text)
        {
            // Any zone will do to see whether it is a date and a time.
            var time = new CourseTime("Etc/UTC");
            RuleFor(form => form.Date).Must(date => time.TryRead($"{date}T00:00", out var day) && day is not null).WithMessage(_ => text["Date.Wrong"]);
            RuleFor(form => form.Start).Must(start => time.TryRead($"2000-01-01T{start}", out _)).WithMessage(_ => text["Time.Wrong"]);
            RuleFor(form => form.End).Must(end => time.TryRead($"2000-01-01T{end}", out _)).WithMessage(_ => text["Time.Wrong"]);
            RuleFor(form => form.Kind).IsInEnum().WithMessage(_ => text["Kind.Missing"]);
            RuleFor(form => form.Others).Must((form, _) => form.People().Count > 0).When(form => form.WasHeld).WithMessage(_ => text["Who.Missing"])
                .Must((form, _) => form.Said.All(name => name?.Trim().Length is not > LongestName)).WithMessage(_ => text["Who.NameTooLong", LongestName])
                .Must((form, _) => form.People().Count <= EntryFacts.MostPeople).WithMessage(_ => text["Who.TooMany", EntryFacts.MostPeople]);
            RuleFor(form => form.Did).Must(did => !string.IsNullOrWhiteSpace(did)).When(form => form.WasHeld).WithMessage(_ => text["Did.Missing"])
                .MaximumLength(EntryFacts.LongestText).WithMessage(_ => text["Text.TooLong", EntryFacts.LongestText]);
            RuleFor(form => form.Next).MaximumLength(EntryFacts.LongestText).WithMessage(_ => text["Text.TooLong", EntryFacts.LongestText]);
        }
    }
}
