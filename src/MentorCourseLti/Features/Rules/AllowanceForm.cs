using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rules;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rules;

/// <summary>What is different for one mentor, as the fields send it.</summary>
public sealed class AllowanceForm
{
    public string? Due { get; set; }

    public bool IsExcused { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; }

    public static AllowanceForm Of(Allowance? allowance, CourseTime time) => new()
    {
        Due = time.ForInput(allowance?.DueAt),
        IsExcused = allowance?.IsExcused ?? false,
        Note = allowance?.Note,
        Version = allowance?.Version ?? 0,
    };

    public string NoteLine() => PlainText.Line(Note, Allowance.LongestNote) ?? "";

    public sealed class Validator : AbstractValidator<AllowanceForm>
    {
        public Validator(IStringLocalizer<AllowanceForm> text)
        {
            // Any zone will do to see whether it is a time.
            RuleFor(form => form.Due).Must(due => new CourseTime("Etc/UTC").TryRead(due, out _)).WithMessage(_ => text["Due.Wrong"])
                .Must((form, due) => !form.IsExcused || string.IsNullOrEmpty(due)).WithMessage(_ => text["Due.Excused"]);
            RuleFor(form => form.Note).MaximumLength(Allowance.LongestNote).WithMessage(_ => text["Note.TooLong", Allowance.LongestNote]);
        }
    }
}
