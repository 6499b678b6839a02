using FluentValidation;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Features.Shared;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What an instructor says of a reflection.</summary>
public sealed class ReflectionForm : ActivityForm
{
    public string? TimeZone { get; set; }

    /// <summary>The rubric it is judged by; none for the one that is ready.</summary>
    public Guid? Rubric { get; set; }

    public bool LeadersGrade { get; set; }

    public bool IsAnonymous { get; set; }

    public bool AsksSelfAssessment { get; set; }

    public LateForm Late { get; set; } = new();

    /// <summary>Until when graded work may be handed in again; in the form's zone, as the field sends it.</summary>
    public string? ResubmitUntil { get; set; }

    public DateTimeOffset? ReadResubmitUntil() => new CourseTime(TimeZone ?? "Etc/UTC").TryRead(ResubmitUntil, out var until) ? until : null;

    public new sealed class Validator : AbstractValidator<ReflectionForm>
    {
        public Validator(IStringLocalizer<ReflectionForm> text, IValidator<ActivityForm> activity, IValidator<LateForm> late)
        {
            Include(activity);
            RuleFor(form => form.TimeZone).Must(zone => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                .WithMessage(_ => text["TimeZone.Wrong"]);
            RuleFor(form => form.Late).SetValidator(late);
            RuleFor(form => form.ResubmitUntil).Must(until => new CourseTime("Etc/UTC").TryRead(until, out _)).WithMessage(_ => text["Resubmit.Wrong"])
                .Must((form, _) => !(form.ReadResubmitUntil() <= form.Window.Terms(points: null).DueAt)).WithMessage(_ => text["Resubmit.BeforeDue"]);
        }
    }
}
