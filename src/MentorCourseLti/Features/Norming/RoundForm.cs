using System.Globalization;
using FluentValidation;
using MentorCourseLti.Internship.Norming;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Norming;

/// <summary>A round being put together. Whatever is pressed, the form goes round whole: nothing typed is lost, and no script is needed.</summary>
public sealed class RoundForm
{
    public const string Save = "save";
    public const string Show = "show";
    public const string Take = "take";
    public const string Add = "add";
    public const string Remove = "remove";

    public string? Title { get; set; }

    /// <summary>The rubric to copy; none to keep the copy that is there.</summary>
    public Guid? Rubric { get; set; }

    public IList<SampleForm> Samples { get; set; } = [];

    /// <summary>The activity whose attempts are listed to pick from.</summary>
    public Guid? From { get; set; }

    /// <summary>The attempts that are picked.</summary>
    public IList<Guid> Picked { get; set; } = [];

    /// <summary>The round's version that this form was filled in over.</summary>
    public int Version { get; set; }

    public int Room => NormingRound.MostSamples - Samples.Count(sample => !sample.IsEmpty);

    public static RoundForm Of(NormingRound round) => new() { Title = round.Title, Version = round.Version, Samples = [.. round.Samples.Select(SampleForm.Of)] };

    /// <summary>Texts that were scored are what they were, whatever the form says. What was typed into one before its first score came is a sample of its own.</summary>
    public void KeepScored(NormingRound round)
    {
        var said = Samples.Where(sample => sample.Id is not null).ToLookup(sample => sample.Id!.Value);
        Samples =
        [
            .. round.Samples.Select(sample => new SampleForm { Id = sample.Id.Value, Title = said[sample.Id.Value].FirstOrDefault()?.Title ?? sample.Title, Text = sample.Text }),
            .. round.Samples.SelectMany(sample => said[sample.Id.Value].Where(one => one.Text is not null && one.ToText().Text != sample.Text)).Select(one => new SampleForm { Title = one.Title, Text = one.Text }),
            .. Samples.Where(sample => sample.Id is null),
        ];
    }

    /// <summary>Does what a button says: <c>add</c>, <c>remove:2</c>. What makes no sense is passed over.</summary>
    public void Act(string action)
    {
        string[] parts = action.Split(':');
        if (parts[0] == Add && Samples.Count < NormingRound.MostSamples)
            Samples.Add(new SampleForm());
        if (parts[0] == Remove && parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < Samples.Count)
            Samples.RemoveAt(at);
    }

    public sealed class Validator : AbstractValidator<RoundForm>
    {
        public Validator(IStringLocalizer<RoundForm> text)
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => text["Title.Missing"]).MaximumLength(NormingRound.LongestTitle).WithMessage(_ => text["TooLong", NormingRound.LongestTitle]);
            RuleFor(form => form.Samples).NotEmpty().WithMessage(_ => text["Samples.Missing"])
                .Must(samples => samples.Count <= NormingRound.MostSamples).WithMessage(_ => text["Samples.TooMany", NormingRound.MostSamples]);
            RuleForEach(form => form.Samples).ChildRules(sample =>
            {
                sample.RuleFor(one => one.Title).NotEmpty().WithMessage(_ => text["Sample.Title.Missing"]).MaximumLength(NormingSample.LongestTitle).WithMessage(_ => text["TooLong", NormingSample.LongestTitle]);
                sample.RuleFor(one => one.Text).NotEmpty().WithMessage(_ => text["Sample.Text.Missing"]).MaximumLength(NormingSample.LongestText).WithMessage(_ => text["TooLong", NormingSample.LongestText]);
            });
        }
    }
}
