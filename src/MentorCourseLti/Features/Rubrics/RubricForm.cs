using System.Globalization;
using FluentValidation;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>A rubric being edited. Whatever is pressed, the form goes round whole: nothing typed is lost, and no script is needed.</summary>
public sealed class RubricForm
{
    public const int MostCriteria = 30;
    public const int MostLevels = 10;

    private const int LongestName = 200;
    private const int LongestText = 2_000;
    private const decimal MostPoints = 1_000;

    public string? Title { get; set; }

    public IList<CriterionForm> Criteria { get; set; } = [];

    /// <summary>The rubric's version that this form was filled in over.</summary>
    public int Version { get; set; }

    public static RubricForm Of(Rubric rubric) => new()
    {
        Title = rubric.Title,
        Version = rubric.Version,
        Criteria = [.. rubric.Criteria.Select(CriterionForm.Of)],
    };

    /// <summary>The rubric as the form says, best level first. Keys that assessments know stay; new ones get their own.</summary>
    /// <param name="ever">What was in any of its versions: a new criterion or level is none of them.</param>
    public IReadOnlyList<Criterion> ToCriteria(IReadOnlyList<Criterion>? ever = null)
    {
        ever ??= [];
        var keys = Criteria.Select(criterion => criterion.Key).Concat(ever.Select(criterion => criterion.Key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Criteria.Select(criterion => new Criterion(
            criterion.Key is { Length: > 0 } key ? key : NewKey("c", keys),
            Line(criterion.Title), Text(criterion.Description), criterion.ToLevels(ever.Where(one => one.Key == criterion.Key).SelectMany(one => one.Levels).Select(level => level.Key))))];
    }

    /// <summary>Does what a button says: <c>add</c>, <c>up:2</c>, <c>remove-level:1:0</c>. What makes no sense is passed over.</summary>
    public void Act(string action)
    {
        string[] parts = action.Split(':');
        int At(int part) => parts.Length > part && int.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? at : -1;
        if (parts[0] == "add" && Criteria.Count < MostCriteria)
            Criteria.Add(CriterionForm.New());
        if (At(1) is not (>= 0 and var index) || index >= Criteria.Count)
            return;

        var criterion = Criteria[index];
        switch (parts[0])
        {
            case "up" when index > 0:
                (Criteria[index - 1], Criteria[index]) = (criterion, Criteria[index - 1]);
                break;
            case "down" when index < Criteria.Count - 1:
                (Criteria[index + 1], Criteria[index]) = (criterion, Criteria[index + 1]);
                break;
            case "copy" when Criteria.Count < MostCriteria:
                Criteria.Insert(index + 1, criterion.Copy());
                break;
            case "remove":
                Criteria.RemoveAt(index);
                break;
            case "add-level" when criterion.Levels.Count < MostLevels:
                criterion.Levels.Add(new LevelForm());
                break;
            case "remove-level" when At(2) is >= 0 and var level && level < criterion.Levels.Count:
                criterion.Levels.RemoveAt(level);
                break;
        }
    }

    internal static string NewKey(string prefix, HashSet<string> taken)
    {
        for (int number = 1; ; number++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
            if (taken.Add(key))
                return key;
        }
    }

    internal static string Line(string? text) => PlainText.Line(text, LongestName) ?? "";

    internal static string Text(string? text) => PlainText.Lines(text).Trim();

    public sealed class Validator : AbstractValidator<RubricForm>
    {
        public Validator(IStringLocalizer<RubricForm> text)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"]).MaximumLength(LongestName).WithMessage(_ => text["TooLong", LongestName]);
            RuleFor(form => form.Criteria).NotEmpty().WithMessage(_ => text["Criteria.Missing"])
                .Must(criteria => criteria.Count <= MostCriteria).WithMessage(_ => text["Criteria.TooMany", MostCriteria]);
            RuleForEach(form => form.Criteria).ChildRules(criterion =>
            {
                criterion.RuleFor(one => one.Title).NotEmpty().WithMessage(_ => text["Criterion.Missing"]).MaximumLength(LongestName).WithMessage(_ => text["TooLong", LongestName]);
                criterion.RuleFor(one => one.Description).MaximumLength(LongestText).WithMessage(_ => text["TooLong", LongestText]);
                criterion.RuleFor(one => one.Levels).Must(levels => levels.Count <= MostLevels).WithMessage(_ => text["Levels.TooMany", MostLevels])
                    .Must(levels => !HaveSamePoints(levels)).WithMessage(_ => text["Levels.SamePoints"])
                    .Must(levels => !Overlap(levels)).WithMessage(_ => text["Levels.Overlap"]);
                criterion.RuleForEach(one => one.Levels).ChildRules(level =>
                {
                    level.RuleFor(one => one.Name).NotEmpty().WithMessage(_ => text["Level.Missing"]).MaximumLength(LongestName).WithMessage(_ => text["TooLong", LongestName]);
                    level.RuleFor(one => one.Points).Must((one, _) => one.ReadPoints() is >= 0 and <= MostPoints).WithMessage(_ => text["Points.Wrong", MostPoints]);
                    level.RuleFor(one => one.Least).Must((one, _) => one.ReadLeast() is { } least && least >= 0 && least < (one.ReadPoints() ?? MostPoints + 1)).When(one => !string.IsNullOrWhiteSpace(one.Least))
                        .WithMessage(_ => text["Least.Wrong"]);
                    level.RuleFor(one => one.Description).MaximumLength(LongestText).WithMessage(_ => text["TooLong", LongestText]);
                });
            });
        }

        /// <summary>Several levels of 0 points are a criterion without points; otherwise points tell levels apart.</summary>
        private static bool HaveSamePoints(IList<LevelForm> levels)
        {
            var points = levels.Select(level => level.ReadPoints()).OfType<decimal>().ToList();
            return points.Exists(point => point != 0) && points.Distinct().Count() < points.Count;
        }

        /// <summary>So many points would be of two levels.</summary>
        private static bool Overlap(IList<LevelForm> levels)
        {
            var best = levels.OrderByDescending(level => level.ReadPoints()).ToList();
            return best.Zip(best.Skip(1), (level, below) => level.ReadLeast() <= below.ReadPoints()).Contains(true);
        }
    }
}
