namespace MentorCourseLti.Internship.Assessments;

/// <summary>A comment on a passage of what was handed in.</summary>
/// <param name="Quote">The passage's own words, as they are read: without Markdown's signs, each run of white space one space.</param>
/// <param name="Nth">Which of its occurrences in the text: 0 for the first.</param>
public sealed record PassageNote(string Quote, int Nth, string Comment)
{
    public const int LongestQuote = 1_000;
    public const int LongestComment = 2_000;

    /// <summary>More on one text is no help to its writer.</summary>
    public const int Most = 50;
}
