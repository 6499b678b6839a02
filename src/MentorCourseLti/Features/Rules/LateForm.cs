using FluentValidation;
using MentorCourseLti.Internship.Rules;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rules;

/// <summary>What late work loses, as the fields send it. An empty percentage: nothing.</summary>
public sealed class LateForm
{
    public int? GraceHours { get; set; }

    public decimal? PercentPerDay { get; set; }

    public decimal? FloorPercent { get; set; }

    public static LateForm Of(LatePolicy? policy) => new() { GraceHours = policy?.GraceHours, PercentPerDay = policy?.PercentPerDay, FloorPercent = policy?.FloorPercent };

    public LatePolicy? Policy() => PercentPerDay is { } percent ? new LatePolicy(GraceHours ?? 0, percent, FloorPercent ?? 0) : null;

    public sealed class Validator : AbstractValidator<LateForm>
    {
        public Validator(IStringLocalizer<LateForm> text)
        {
            RuleFor(form => form.PercentPerDay).NotNull().When(form => form.GraceHours is not null || form.FloorPercent is not null).WithMessage(_ => text["Percent.Missing"]);
            RuleFor(form => form).Custom((form, context) =>
            {
                foreach (var problem in form.Policy()?.Problems() ?? [])
                    context.AddFailure(FieldOf(problem), text[$"Problem.{problem}", LatePolicy.LongestGraceHours]);
            });
        }

        private static string FieldOf(LatePolicyProblem problem) => problem switch
        {
            LatePolicyProblem.GraceOutOfRange => nameof(GraceHours),
            LatePolicyProblem.PercentOutOfRange => nameof(PercentPerDay),
            _ => nameof(FloorPercent),
        };
    }
}
