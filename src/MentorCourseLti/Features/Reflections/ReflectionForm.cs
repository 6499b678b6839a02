using FluentValidation;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What an instructor says of a reflection.</summary>
public sealed class ReflectionForm
{
    public string? Title { get; set; }

    public string? Prompt { get; set; }

    public decimal? Points { get; set; }

    public WindowForm Window { get; set; } = new();

    public string? TimeZone { get; set; }

    /// <summary>The rubric it is judged by; none for the one that is ready.</summary>
    public Guid? Rubric { get; set; }

    public bool LeadersGrade { get; set; }

    public sealed class Validator : AbstractValidator<ReflectionForm>
    {
        private const int LongestTitle = 200;
        private const decimal MostPoints = 10_000;

        public Validator(IStringLocalizer<ReflectionForm> text, IValidator<WindowForm> window)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"])
                .MaximumLength(LongestTitle).WithMessage(_ => text["Title.TooLong", LongestTitle]);
            RuleFor(form => form.Prompt).NotEmpty().WithMessage(_ => text["Prompt.Missing"])
                .MaximumLength(Submission.LongestText).WithMessage(form => text["Prompt.TooLong", form.Prompt!.Length, Submission.LongestText]);
            RuleFor(form => form.Points).NotNull().WithMessage(_ => text["Points.Missing"])
                .ExclusiveBetween(0, MostPoints).WithMessage(_ => text["Points.Wrong", MostPoints]);
            RuleFor(form => form.TimeZone).Must(zone => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                .WithMessage(_ => text["TimeZone.Wrong"]);
            RuleFor(form => form.Window).SetValidator(window);
        }
    }
}
