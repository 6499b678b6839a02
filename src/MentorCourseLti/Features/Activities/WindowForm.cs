using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Activities;

/// <summary>When an activity opens, is due and closes: text in the course's zone, as the fields send it.</summary>
public sealed class WindowForm
{
    public string? Opens { get; set; }

    public string? Due { get; set; }

    public string? Closes { get; set; }

    /// <summary>IANA zone that the times are read in; the page sets it.</summary>
    [BindNever]
    public string Zone { get; set; } = "Etc/UTC";

    public static WindowForm Of(ActivityTerms terms, CourseTime time) =>
        new() { Opens = time.ForInput(terms.OpensAt), Due = time.ForInput(terms.DueAt), Closes = time.ForInput(terms.ClosesAt) };

    /// <summary>What the fields say; to be asked once they are valid.</summary>
    public ActivityTerms Terms(decimal? points) => new(Read(Opens), Read(Due), Read(Closes), points);

    private DateTimeOffset? Read(string? text) => new CourseTime(Zone).TryRead(text, out var time) ? time : null;

    public sealed class Validator : AbstractValidator<WindowForm>
    {
        public Validator(IStringLocalizer<WindowForm> text)
        {
            RuleFor(form => form.Opens).Must(IsTime).WithMessage(_ => text["Wrong"]);
            RuleFor(form => form.Due).Must(IsTime).WithMessage(_ => text["Wrong"])
                .Must((form, due) => !(form.Read(due) < form.Read(form.Opens))).WithMessage(_ => text["DueBeforeOpens"]);
            RuleFor(form => form.Closes).Must(IsTime).WithMessage(_ => text["Wrong"])
                .Must((form, closes) => !(form.Read(closes) <= form.Read(form.Opens))).WithMessage(_ => text["ClosesBeforeOpens"])
                .Must((form, closes) => !(form.Read(closes) < form.Read(form.Due))).WithMessage(_ => text["ClosesBeforeDue"]);
        }

        private static bool IsTime(WindowForm form, string? input) => new CourseTime(form.Zone).TryRead(input, out _);
    }
}
