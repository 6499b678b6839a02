using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Submissions;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What an instructor says of a reflection. Times are text in the course's zone, as the fields send them.</summary>
public sealed class ReflectionForm
{
    public string? Title { get; set; }

    public string? Prompt { get; set; }

    public decimal? Points { get; set; }

    public string? Due { get; set; }

    public string? Closes { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>The rubric it is judged by; none for the one that is ready.</summary>
    public Guid? Rubric { get; set; }

    public bool LeadersGrade { get; set; }

    public sealed class Validator : AbstractValidator<ReflectionForm>
    {
        private const int LongestTitle = 200;
        private const decimal MostPoints = 10_000;

        public Validator(IStringLocalizer<ReflectionForm> text)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"])
                .MaximumLength(LongestTitle).WithMessage(_ => text["Title.TooLong", LongestTitle]);
            RuleFor(form => form.Prompt).NotEmpty().WithMessage(_ => text["Prompt.Missing"])
                .MaximumLength(Submission.LongestText).WithMessage(form => text["Prompt.TooLong", form.Prompt!.Length, Submission.LongestText]);
            RuleFor(form => form.Points).NotNull().WithMessage(_ => text["Points.Missing"])
                .ExclusiveBetween(0, MostPoints).WithMessage(_ => text["Points.Wrong", MostPoints]);
            RuleFor(form => form.TimeZone).Must(zone => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                .WithMessage(_ => text["TimeZone.Wrong"]);
            RuleFor(form => form.Due).Must((form, due) => TimeOf(form).TryRead(due, out _)).WithMessage(_ => text["Due.Wrong"]);
            RuleFor(form => form.Closes).Must((form, closes) => TimeOf(form).TryRead(closes, out _)).WithMessage(_ => text["Due.Wrong"])
                .Must((form, closes) => !ClosesBeforeDue(form)).WithMessage(_ => text["Closes.BeforeDue"]);
        }

        private static bool ClosesBeforeDue(ReflectionForm form) =>
            TimeOf(form).TryRead(form.Due, out var due) && TimeOf(form).TryRead(form.Closes, out var closes) && closes < due;

        private static CourseTime TimeOf(ReflectionForm form) => new(form.TimeZone ?? "Etc/UTC");
    }
}
