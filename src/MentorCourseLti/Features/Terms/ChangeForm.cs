using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>What an instructor changes of a term.</summary>
public sealed class ChangeForm : TermForm
{
    public int Version { get; set; }

    public sealed class Validator(IStringLocalizer<TermForm> text) : Rules<ChangeForm>(text);
}
