using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Rules;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rules;

/// <summary>Rules as sentences: the mentor reads the very one that the instructor does.</summary>
public sealed class RuleWords(IStringLocalizer<RuleWords> text)
{
    private const int MostNamed = 8;

    public string Of(LatePolicy policy)
    {
        string sentence = policy.GraceHours == 0
            ? text["Late", Points.Of(policy.PercentPerDay)]
            : text["Late.Grace", Points.Of(policy.PercentPerDay), policy.GraceHours == 1 ? text["Hours.One"] : text["Hours.Many", policy.GraceHours]];
        return policy.FloorPercent == 0 ? $"{sentence}." : $"{sentence}, {text["Late.Floor", Points.Of(policy.FloorPercent)]}.";
    }

    public string Of(Lateness lateness) => text["Lateness", lateness.Days == 1 ? text["Days.One"] : text["Days.Many", lateness.Days], Points.Of(lateness.Deducted)];

    public string Of(ParticipationPart part) => text[part.Needed == 1 && part.Kind is not PartKind.Scores ? $"Part.{part.Kind}.One" : part is { Kind: PartKind.Scores, DropLowest: > 0 } ? part.DropLowest == 1 ? "Part.Scores.DropOne" : "Part.Scores.DropMany" : $"Part.{part.Kind}",
        Points.Of(part.Points), part.Needed, part.DropLowest];

    /// <summary>"Ash Reed 18 → 16.2, …", the first of them.</summary>
    public string Of(IReadOnlyList<GradeMove> moves)
    {
        var named = moves.Take(MostNamed).Select(move => $"{move.Name ?? text["Nameless"]} {Points.Of(move.From)} → {Points.Of(move.To)}");
        return string.Join(", ", moves.Count > MostNamed ? named.Append(text["AndMore", moves.Count - MostNamed]) : named);
    }
}
