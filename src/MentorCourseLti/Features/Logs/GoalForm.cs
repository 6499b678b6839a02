using FluentValidation;
using MentorCourseLti.Features.Activities;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>What an instructor says of a mentoring log.</summary>
public sealed class GoalForm : ActivityForm
{
    public decimal? Goal { get; set; }

    public new sealed class Validator : AbstractValidator<GoalForm>
    {
        private const decimal MostHours = 1_000;

        public Validator(IStringLocalizer<GoalForm> text, IValidator<ActivityForm> activity)
        {
            Include(activity);
            RuleFor(form => form.Goal).NotNull().WithMessage(_ => text["Goal.Missing"])
                .ExclusiveBetween(0, MostHours).WithMessage(_ => text["Goal.Wrong", MostHours]);
        }
    }
}
