using FluentValidation;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Programmes;

/// <summary>What an instructor says of the mentoring year.</summary>
public sealed class ProgrammeForm
{
    private const int LongestTitle = 200;

    public string? Title { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>The zone that the form was filled in over.</summary>
    public string? WasTimeZone { get; set; }

    /// <summary>To be asked once the form is valid.</summary>
    public string TitleLine() => PlainText.Line(Title, LongestTitle)!;

    public sealed class Validator : AbstractValidator<ProgrammeForm>
    {
        public Validator(IStringLocalizer<ProgrammeForm> text)
        {
            RuleFor(form => form.Title).Must(title => PlainText.Line(title, LongestTitle) is not null).WithMessage(_ => text["Title.Missing"]).MaximumLength(LongestTitle).WithMessage(_ => text["Title.TooLong", LongestTitle]);
            RuleFor(form => form.TimeZone).Must(zone => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).WithMessage(_ => text["TimeZone.Wrong"]);
        }
    }
}
