using FluentValidation;
using MentorCourseLti.Features.Shared;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>What an instructor says of a term that is to be set up.</summary>
public sealed class SetUpForm : TermForm
{
    /// <summary>The ready-made internship; <see cref="File"/>; or the id of an earlier course.</summary>
    public const string Ready = "ready";
    public const string File = "file";

    private const decimal MostHours = 1_000;

    public string? Source { get; set; } = Ready;

    /// <summary>What a file says that was exported before.</summary>
    public string? FileText { get; set; }

    /// <summary>On which day of their week works are due.</summary>
    public DayOfWeek Day { get; set; } = DayOfWeek.Friday;

    public string? At { get; set; } = "23:59";

    /// <summary>Hours of mentoring that a log asks for; none for what the source says.</summary>
    public decimal? Goal { get; set; }

    /// <summary>Places of the works that are wanted; all where nothing was shown yet.</summary>
    public IList<int> With { get; set; } = [];

    /// <summary>Stands for the works that were shown to choose from; none where none were.</summary>
    public string? Shown { get; set; }

    public sealed class Validator : Rules<SetUpForm>
    {
        public Validator(IStringLocalizer<TermForm> text, IStringLocalizer<SetUpForm> own)
            : base(text)
        {
            RuleFor(form => form.Day).IsInEnum().WithMessage(_ => own["Day.Wrong"]);
            RuleFor(form => form.At).Must(at => DayText.TryReadClock(at, out _)).WithMessage(_ => own["At.Wrong"]);
            RuleFor(form => form.Goal).ExclusiveBetween(0, MostHours).WithMessage(_ => own["Goal.Wrong", MostHours]);
            RuleFor(form => form.With).Must(with => with.Count > 0).When(form => form.Shown is { Length: > 0 }).WithMessage(_ => own["With.None"]);
        }
    }
}
