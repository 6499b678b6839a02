using FluentValidation;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Assess;

/// <summary>What a grader fills in. Levels and comments stand in the order of the rubric's criteria.</summary>
public sealed class AssessForm
{
    public const string Release = "release";

    public IList<string?> Levels { get; set; } = [];

    public IList<string?> Comments { get; set; } = [];

    public string? Comment { get; set; }

    /// <summary>The assessment's version that this form was filled in over.</summary>
    public int Version { get; set; }

    public string? Do { get; set; }

    public bool IsRelease => Do == Release;

    public static AssessForm Of(AttemptOnDesk desk) => new()
    {
        Levels = [.. desk.Criteria.Select(criterion => desk.Assessment?.MarkOf(criterion)?.Level)],
        Comments = [.. desk.Criteria.Select(criterion => desk.Assessment?.MarkOf(criterion)?.Comment)],
        Comment = desk.Assessment?.Comment,
        Version = desk.Version,
    };

    public IReadOnlyList<Mark> Marks(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select((criterion, i) => new Mark(criterion.Key, criterion.FindLevel(Levels.ElementAtOrDefault(i))?.Key, PlainText.Lines(Comments.ElementAtOrDefault(i))))];

    public sealed class Validator : AbstractValidator<AssessForm>
    {
        public Validator(IStringLocalizer<AssessForm> text)
        {
            RuleFor(form => form.Comment).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
            RuleForEach(form => form.Comments).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
        }
    }
}
