using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Norming;

namespace MentorCourseLti.Features.Norming;

/// <summary>What a grader says of a sample.</summary>
public sealed class ScoreForm : MarksForm
{
    /// <summary>The score's version that this form was filled in over; 0 for none.</summary>
    public int Version { get; set; }

    /// <summary>The round's, as it was read.</summary>
    public int Round { get; set; }

    public override bool IsWhole => true;

    public string Words => PlainText.Lines(Comment).Trim();

    public static ScoreForm Of(NormingRound round, NormingScore? score)
    {
        var form = new ScoreForm { Comment = score?.Comment, Version = score?.Version ?? 0, Round = round.Version };
        form.Fill(round.RubricThen, score?.Marks ?? []);
        return form;
    }
}
