using FluentValidation;
using MentorCourseLti.Features.Activities;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What an instructor says of a reflection.</summary>
public sealed class ReflectionForm : ActivityForm
{
    public string? TimeZone { get; set; }

    /// <summary>The rubric it is judged by; none for the one that is ready.</summary>
    public Guid? Rubric { get; set; }

    public bool LeadersGrade { get; set; }

    public new sealed class Validator : AbstractValidator<ReflectionForm>
    {
        public Validator(IStringLocalizer<ReflectionForm> text, IValidator<ActivityForm> activity)
        {
            Include(activity);
            RuleFor(form => form.TimeZone).Must(zone => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                .WithMessage(_ => text["TimeZone.Wrong"]);
        }
    }
}
