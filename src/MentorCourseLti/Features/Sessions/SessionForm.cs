using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Sessions;

/// <summary>When a session is to be, and who leads and visits it. Date and times are text in the programme's zone, as the fields send them.</summary>
public sealed class SessionForm
{
    public string? Date { get; set; }

    public string? Start { get; set; }

    public string? End { get; set; }

    public MeetingKind Kind { get; set; } = MeetingKind.Video;

    public string? Guest { get; set; }

    /// <summary>Subject of who leads it in the mentors' place.</summary>
    public string? Substitute { get; set; }

    public int Version { get; set; }

    /// <summary>IANA zone that the times are read in; the page sets it.</summary>
    [BindNever]
    public string Zone { get; set; } = "Etc/UTC";

    public static SessionForm Of(Session session, CourseTime time) => new()
    {
        Date = time.DateForInput(session.StartsAt),
        Start = time.Clock(session.StartsAt),
        End = time.Clock(session.EndsAt),
        Kind = session.Kind,
        Guest = session.Guest,
        Substitute = session.Substitute,
        Version = session.Version,
    };

    public string GuestLine() => PlainText.Line(Guest, Session.LongestGuest) ?? "";

    public string? SubstituteOrNone() => string.IsNullOrEmpty(Substitute) ? null : Substitute;

    /// <summary>To be asked once the form is valid.</summary>
    public (DateTimeOffset StartsAt, DateTimeOffset EndsAt) Times() => Span is { Start: { } start, End: { } end } ? (start, end) : throw new InvalidOperationException("The form is not valid.");

    private (DateTimeOffset? Start, DateTimeOffset? End) Span => new CourseTime(Zone).ReadSpan(Date, Start, End);

    private string At(string? clock) => $"{Date}T{clock}";

    public sealed class Validator : AbstractValidator<SessionForm>
    {
        public Validator(IStringLocalizer<SessionForm> text)
        {
            RuleFor(form => form.Date).Must(date => DayText.TryRead(date, out _)).WithMessage(_ => text["Date.Wrong"]);
            RuleFor(form => form.Start).Must(start => DayText.TryReadClock(start, out _)).WithMessage(_ => text["Time.Wrong"])
                .Must((form, start) => !new CourseTime(form.Zone).IsSkipped(form.At(start))).WithMessage(form => text["Time.Skipped", form.Start!]);
            RuleFor(form => form.End).Must(end => DayText.TryReadClock(end, out _)).WithMessage(_ => text["Time.Wrong"])
                .Must((form, end) => !new CourseTime(form.Zone).IsSkipped(form.At(end))).WithMessage(form => text["Time.Skipped", form.End!])
                .Must((form, _) => !(form.Span.End <= form.Span.Start)).WithMessage(_ => text["End.BeforeStart"])
                .Must((form, _) => !(form.Span.End - form.Span.Start > EntryFacts.LongestSession)).WithMessage(_ => text["End.TooLong", EntryFacts.LongestSession.TotalHours]);
            RuleFor(form => form.Kind).IsInEnum().WithMessage(_ => text["Kind.Missing"]);
            RuleFor(form => form.Guest).MaximumLength(Session.LongestGuest).WithMessage(_ => text["Guest.TooLong", Session.LongestGuest]);
        }
    }
}
