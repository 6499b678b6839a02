using System.Globalization;
using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Groups;

/// <summary>What an instructor says of a group. Days and times are text in the programme's zone, as the fields send them.</summary>
public sealed class GroupForm
{
    private const int LongestName = 100;
    private const int LongestLink = 1_000;

    public string? Name { get; set; }

    /// <summary>Subjects of its mentors, the second may be empty.</summary>
    public IList<string?> Mentors { get; set; } = [];

    /// <summary>Names of its mentees, one a line or with commas between.</summary>
    public string? Mentees { get; set; }

    /// <summary>None for a group without a weekly slot.</summary>
    public DayOfWeek? Day { get; set; }

    public string? At { get; set; }

    public int? Minutes { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public MeetingKind Kind { get; set; } = MeetingKind.Video;

    public string? MeetingLink { get; set; }

    public int Version { get; set; }

    public static GroupForm Of(Group group, IEnumerable<Mentee> mentees) => new()
    {
        Name = group.Name,
        Mentors = [.. group.Mentors.Select(mentor => mentor.Subject)],
        Mentees = string.Join('\n', mentees.Select(mentee => mentee.Name)),
        Day = group.Slot?.Day,
        At = group.Slot?.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = group.Slot?.Minutes,
        From = DayText.Of(group.Slot?.From),
        Until = DayText.Of(group.Slot?.Until),
        Kind = group.Kind,
        MeetingLink = group.MeetingLink,
        Version = group.Version,
    };

    public IReadOnlyList<string> MenteeNames() => NameList.Read(Mentees);

    public IReadOnlyList<string> Subjects() => [.. Mentors.OfType<string>().Where(subject => subject.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>To be asked once the form is valid.</summary>
    public WeeklySlot? Slot() => Day is { } day && DayText.TryRead(From, out var from) && DayText.TryRead(Until, out var until) && DayText.TryReadClock(At, out var at)
        ? new WeeklySlot(day, at, Minutes ?? 0, from, until)
        : null;

    public string Link() => PlainText.Line(MeetingLink, LongestLink) ?? "";

    public sealed class Validator : AbstractValidator<GroupForm>
    {
        public Validator(IStringLocalizer<GroupForm> text)
        {
            RuleFor(form => form.Name).Must(name => PlainText.Line(name, LongestName) is not null).WithMessage(_ => text["Name.Missing"])
                .MaximumLength(LongestName).WithMessage(_ => text["Name.TooLong", LongestName]);
            RuleFor(form => form.Mentors).Must((form, _) => form.Subjects().Count <= Group.MostMentors).WithMessage(_ => text["Mentors.TooMany", Group.MostMentors]);
            RuleFor(form => form.Mentees).Must((form, _) => form.MenteeNames().Count <= Group.MostMentees).WithMessage(_ => text["Mentees.TooMany", Group.MostMentees])
                .Must((form, _) => form.MenteeNames().All(name => name.Length <= Mentee.LongestName)).WithMessage(_ => text["Mentees.TooLong", Mentee.LongestName]);
            RuleFor(form => form.Kind).IsInEnum().WithMessage(_ => text["Kind.Missing"]);
            RuleFor(form => form.MeetingLink).Must(link => string.IsNullOrWhiteSpace(link) || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
                .WithMessage(_ => text["Link.Wrong"]).MaximumLength(LongestLink).WithMessage(_ => text["Link.TooLong", LongestLink]);
            When(form => form.Day is not null, () =>
            {
                RuleFor(form => form.Day).IsInEnum().WithMessage(_ => text["Day.Wrong"]);
                RuleFor(form => form.At).Must(at => DayText.TryReadClock(at, out _)).WithMessage(_ => text["At.Wrong"]);
                RuleFor(form => form.Minutes).NotNull().WithMessage(_ => text["Minutes.Wrong", WeeklySlot.LeastMinutes, WeeklySlot.MostMinutes])
                    .InclusiveBetween(WeeklySlot.LeastMinutes, WeeklySlot.MostMinutes).WithMessage(_ => text["Minutes.Wrong", WeeklySlot.LeastMinutes, WeeklySlot.MostMinutes]);
                RuleFor(form => form.From).Must(from => DayText.TryRead(from, out _)).WithMessage(_ => text["Date.Wrong"]);
                RuleFor(form => form.Until).Must(until => DayText.TryRead(until, out _)).WithMessage(_ => text["Date.Wrong"])
                    .Must((form, until) => !(DayText.TryRead(form.From, out var from) && DayText.TryRead(until, out var to) && to < from)).WithMessage(_ => text["Until.BeforeFrom"])
                    .Must((form, until) => !(DayText.TryRead(form.From, out var from) && DayText.TryRead(until, out var to) && to > from.AddDays(7 * MostWeeks))).WithMessage(_ => text["Until.TooLate", MostWeeks]);
            });
        }

        private const int MostWeeks = 60;
    }
}
