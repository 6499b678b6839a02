using FluentValidation;
using MentorCourseLti.Internship.Submissions;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Activities;

/// <summary>What an instructor says of an activity of any kind.</summary>
public abstract class ActivityForm
{
    public string? Title { get; set; }

    public string? Prompt { get; set; }

    public decimal? Points { get; set; }

    public WindowForm Window { get; set; } = new();

    public sealed class Validator : AbstractValidator<ActivityForm>
    {
        private const int LongestTitle = 200;
        private const decimal MostPoints = 10_000;

        public Validator(IStringLocalizer<ActivityForm> text, IValidator<WindowForm> window)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"])
                .MaximumLength(LongestTitle).WithMessage(_ => text["Title.TooLong", LongestTitle]);
            RuleFor(form => form.Prompt).NotEmpty().WithMessage(_ => text["Prompt.Missing"])
                .MaximumLength(Submission.LongestText).WithMessage(form => text["Prompt.TooLong", form.Prompt!.Length, Submission.LongestText]);
            RuleFor(form => form.Points).NotNull().WithMessage(_ => text["Points.Missing"])
                .ExclusiveBetween(0, MostPoints).WithMessage(_ => text["Points.Wrong", MostPoints]);
            RuleFor(form => form.Window).SetValidator(window);
        }
    }
}
