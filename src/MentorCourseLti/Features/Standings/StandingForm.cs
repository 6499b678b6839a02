using FluentValidation;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Internship.Rules;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Standings;

/// <summary>What an instructor says of a participation grade. A part without points is not part of it.</summary>
public sealed class StandingForm : ActivityForm
{
    public int? HandedInNeeded { get; set; }

    public decimal? HandedInPoints { get; set; }

    public int? SessionsNeeded { get; set; }

    public decimal? SessionsPoints { get; set; }

    public int? DropLowest { get; set; }

    public decimal? ScoresPoints { get; set; }

    public void Fill(Participation participation)
    {
        foreach (var part in participation.Parts)
        {
            switch (part.Kind)
            {
                case PartKind.HandedIn:
                    (HandedInNeeded, HandedInPoints) = (part.Needed, part.Points);
                    break;
                case PartKind.SessionsLogged:
                    (SessionsNeeded, SessionsPoints) = (part.Needed, part.Points);
                    break;
                default:
                    (DropLowest, ScoresPoints) = (part.DropLowest, part.Points);
                    break;
            }
        }
    }

    public Participation ToParticipation()
    {
        var parts = new List<ParticipationPart>();
        if (HandedInPoints is { } handedIn)
            parts.Add(new ParticipationPart(PartKind.HandedIn, HandedInNeeded ?? 0, DropLowest: 0, handedIn));
        if (SessionsPoints is { } sessions)
            parts.Add(new ParticipationPart(PartKind.SessionsLogged, SessionsNeeded ?? 0, DropLowest: 0, sessions));
        if (ScoresPoints is { } scores)
            parts.Add(new ParticipationPart(PartKind.Scores, Needed: 0, DropLowest ?? 0, scores));
        return new Participation(parts);
    }

    public new sealed class Validator : AbstractValidator<StandingForm>
    {
        public Validator(IStringLocalizer<StandingForm> text, IValidator<ActivityForm> activity)
        {
            Include(activity);
            RuleFor(form => form.HandedInPoints).NotNull().When(form => form.HandedInNeeded is not null).WithMessage(_ => text["Points.Missing"]);
            RuleFor(form => form.SessionsPoints).NotNull().When(form => form.SessionsNeeded is not null).WithMessage(_ => text["Points.Missing"]);
            RuleFor(form => form.ScoresPoints).NotNull().When(form => form.DropLowest is > 0).WithMessage(_ => text["Points.Missing"]);
            RuleFor(form => form).Custom((form, context) =>
            {
                var participation = form.ToParticipation();
                foreach (var problem in participation.Problems())
                    context.AddFailure(FieldOf(participation, problem), text[$"Problem.{problem.Kind}", ParticipationPart.MostNeeded, ParticipationPart.MostDropped, ParticipationPart.MostPoints]);
            });
        }

        private static string FieldOf(Participation participation, ParticipationProblem problem)
        {
            var kind = problem.Part < participation.Parts.Count ? participation.Parts[problem.Part].Kind : PartKind.HandedIn;
            return (kind, problem.Kind) switch
            {
                (PartKind.HandedIn, ParticipationProblemKind.NeededOutOfRange) => nameof(HandedInNeeded),
                (PartKind.SessionsLogged, ParticipationProblemKind.NeededOutOfRange) => nameof(SessionsNeeded),
                (_, ParticipationProblemKind.DropOutOfRange) => nameof(DropLowest),
                (PartKind.SessionsLogged, _) => nameof(SessionsPoints),
                (PartKind.Scores, _) => nameof(ScoresPoints),
                _ => nameof(HandedInPoints),
            };
        }
    }
}
