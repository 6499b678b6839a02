using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Assess;

/// <summary>What a grader fills in.</summary>
public sealed class AssessForm : MarksForm
{
    public const string Release = "release";
    public const string Hold = "hold";

    public IList<PassageForm> Passages { get; set; } = [];

    /// <summary>The assessment's version that this form was filled in over.</summary>
    public int Version { get; set; }

    public string? Do { get; set; }

    public bool IsRelease => Do == Release;

    public override bool IsWhole => IsRelease;

    /// <summary>The next attempt follows at once, whether this grade is released or held.</summary>
    public bool GoesOn => Do is Release or Hold;

    public static AssessForm Of(AttemptOnDesk desk)
    {
        var form = new AssessForm
        {
            Comment = desk.Assessment?.Comment,
            Passages = [.. (desk.Assessment?.Passages ?? []).Select(note => new PassageForm { Quote = note.Quote, Nth = note.Nth, Comment = note.Comment })],
            Version = desk.Version,
        };
        form.Fill(desk.Criteria, desk.Assessment?.Marks ?? []);
        return form;
    }

    public Verdict Verdict() => new(ToMarks(), PlainText.Lines(Comment), [.. Passages.Where(passage => !passage.IsEmpty).Select(passage => passage.ToNote())]);

    public new sealed class Validator : AbstractValidator<AssessForm>
    {
        public Validator(IValidator<MarksForm> marks, IStringLocalizer<AssessForm> text)
        {
            Include(marks);
            RuleFor(form => form.Passages).Must(passages => passages.Count <= PassageNote.Most).WithMessage(_ => text["Passages.TooMany", PassageNote.Most]);
            RuleForEach(form => form.Passages).Must(passage => passage.IsSound).WithMessage(_ => text["Passage.TooLong", PassageNote.LongestQuote, PassageNote.LongestComment]);
        }
    }
}
