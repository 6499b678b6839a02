using FluentValidation;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>What an instructor says of a mentoring log.</summary>
public sealed class GoalForm
{
    public string? Title { get; set; }

    public string? Prompt { get; set; }

    public decimal? Goal { get; set; }

    public decimal? Points { get; set; }

    public WindowForm Window { get; set; } = new();

    public sealed class Validator : AbstractValidator<GoalForm>
    {
        private const int LongestTitle = 200;
        private const decimal MostPoints = 10_000;
        private const decimal MostHours = 1_000;

        public Validator(IStringLocalizer<GoalForm> text, IValidator<WindowForm> window)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"])
                .MaximumLength(LongestTitle).WithMessage(_ => text["Title.TooLong", LongestTitle]);
            RuleFor(form => form.Prompt).NotEmpty().WithMessage(_ => text["Prompt.Missing"])
                .MaximumLength(Submission.LongestText).WithMessage(_ => text["Prompt.TooLong", Submission.LongestText]);
            RuleFor(form => form.Goal).NotNull().WithMessage(_ => text["Goal.Missing"])
                .ExclusiveBetween(0, MostHours).WithMessage(_ => text["Goal.Wrong", MostHours]);
            RuleFor(form => form.Points).NotNull().WithMessage(_ => text["Points.Missing"])
                .ExclusiveBetween(0, MostPoints).WithMessage(_ => text["Points.Wrong", MostPoints]);
            RuleFor(form => form.Window).SetValidator(window);
        }
    }
}
