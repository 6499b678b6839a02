using FluentValidation;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Shared;

/// <summary>Levels chosen on a rubric, points within those that give a range, and comments: a line of each for every criterion.</summary>
public abstract class MarksForm
{
    public IList<string?> Levels { get; set; } = [];

    /// <summary>As typed. Empty: the most that the level gives.</summary>
    public IList<string?> Points { get; set; } = [];

    public IList<string?> Comments { get; set; } = [];

    /// <summary>On the whole.</summary>
    public string? Comment { get; set; }

    /// <summary>Those of the rubric that it was filled in over.</summary>
    [BindNever]
    public IReadOnlyList<Criterion> Criteria { get; set; } = [];

    /// <summary>Every criterion must have a level.</summary>
    public abstract bool IsWhole { get; }

    public Level? LevelAt(int criterion) => Criteria[criterion].FindLevel(Levels.ElementAtOrDefault(criterion));

    /// <summary>What is typed for a criterion whose chosen level gives a range; none where nothing is, or it is no number.</summary>
    public decimal? PointsAt(int criterion) => LevelAt(criterion) is { IsRange: true } ? Shared.Points.Read(Points.ElementAtOrDefault(criterion)) : null;

    /// <summary>What the chosen levels give, added up.</summary>
    public decimal Chosen => Criteria.Select((_, i) => LevelAt(i)?.Give(PointsAt(i)) ?? 0).Sum();

    public IReadOnlyList<Mark> ToMarks() =>
        [.. Criteria.Select((criterion, i) => new Mark(criterion.Key, LevelAt(i)?.Key, PlainText.Lines(Comments.ElementAtOrDefault(i)), PointsAt(i)))];

    protected void Fill(IReadOnlyList<Criterion> criteria, IReadOnlyList<Mark> marks)
    {
        Criteria = criteria;
        var said = criteria.Select(criterion => marks.Of(criterion)).ToList();
        Levels = [.. said.Select(mark => mark?.Level)];
        Points = [.. said.Select(mark => mark?.Points is { } points ? Shared.Points.Invariant(points) : null)];
        Comments = [.. said.Select(mark => mark?.Comment)];
    }

    public sealed class Validator : AbstractValidator<MarksForm>
    {
        public Validator(IStringLocalizer<MarksForm> text)
        {
            RuleFor(form => form.Comment).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
            RuleForEach(form => form.Comments).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
            RuleFor(form => form.Criteria).Custom((criteria, context) =>
            {
                var form = context.InstanceToValidate;
                for (int i = 0; i < criteria.Count; i++)
                {
                    var level = form.LevelAt(i);
                    if (form.IsWhole && level is null && criteria[i].Levels.Count > 0)
                        context.AddFailure($"{nameof(Levels)}[{i}]", text["Unmarked"]);
                    if (level is { IsRange: true } && !string.IsNullOrWhiteSpace(form.Points.ElementAtOrDefault(i)) && !(form.PointsAt(i) is { } points && level.Allows(points)))
                        context.AddFailure($"{nameof(Points)}[{i}]", text["Points.Outside", Shared.Points.Of(level.Least), Shared.Points.Of(level.Points)]);
                }
            });
        }
    }
}
