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
    public const string Hold = "hold";

    public IList<string?> Levels { get; set; } = [];

    public IList<string?> Comments { get; set; } = [];

    public string? Comment { get; set; }

    public IList<PassageForm> Passages { get; set; } = [];

    /// <summary>The assessment's version that this form was filled in over.</summary>
    public int Version { get; set; }

    public string? Do { get; set; }

    public bool IsRelease => Do == Release;

    /// <summary>The next attempt follows at once, whether this grade is released or held.</summary>
    public bool GoesOn => Do is Release or Hold;

    public static AssessForm Of(AttemptOnDesk desk) => new()
    {
        Levels = [.. desk.Criteria.Select(criterion => desk.Assessment?.MarkOf(criterion)?.Level)],
        Comments = [.. desk.Criteria.Select(criterion => desk.Assessment?.MarkOf(criterion)?.Comment)],
        Comment = desk.Assessment?.Comment,
        Passages = [.. (desk.Assessment?.Passages ?? []).Select(note => new PassageForm { Quote = note.Quote, Nth = note.Nth, Comment = note.Comment })],
        Version = desk.Version,
    };

    public Verdict Verdict(IReadOnlyList<Criterion> criteria) => new(Marks(criteria), PlainText.Lines(Comment), [.. Passages.Where(passage => !passage.IsEmpty).Select(passage => passage.ToNote())]);

    private List<Mark> Marks(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select((criterion, i) => new Mark(criterion.Key, criterion.FindLevel(Levels.ElementAtOrDefault(i))?.Key, PlainText.Lines(Comments.ElementAtOrDefault(i))))];

    public sealed class Validator : AbstractValidator<AssessForm>
    {
        public Validator(IStringLocalizer<AssessForm> text)
        {
            RuleFor(form => form.Comment).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
            RuleFor(form => form.Passages).Must(passages => passages.Count <= PassageNote.Most).WithMessage(_ => text["Passages.TooMany", PassageNote.Most]);
            RuleForEach(form => form.Passages).Must(passage => passage.IsSound).WithMessage(_ => text["Passage.TooLong", PassageNote.LongestQuote, PassageNote.LongestComment]);
            RuleForEach(form => form.Comments).MaximumLength(Assessment.LongestComment).WithMessage(_ => text["Comment.TooLong", Assessment.LongestComment]);
        }
    }
}
