namespace MentorCourseLti.Internship.Norming;

/// <summary>A text that all graders score. It says nothing of who wrote it.</summary>
public sealed class NormingSample
{
    public const int LongestTitle = 200;
    public const int LongestText = 20_000;

    public required NormingSampleId Id { get; init; }

    public required NormingRoundId RoundId { get; init; }

    /// <summary>In which order they are read: 0 for the first.</summary>
    public required int Place { get; set; }

    public required string Title { get; set; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }
}
