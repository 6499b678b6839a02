namespace MentorCourseLti.Commands.Samples;

/// <summary>The reflections of a sample course.</summary>
internal static class SampleReflections
{
    public static IReadOnlyList<Reflection> All { get; } =
    [
        new("Reflection 1: Why I mentor", """
            Before you meet your mentees, look ahead.

            - What do you hope your mentees will take away from this year?
            - What do you believe about them already, and where does that belief come from?
            - What are you unsure about, and what will you do about it in the first session?
            """),
        new("Reflection 2: The first meeting", """
            Think of **one moment** from the first meeting that stayed with you.

            What happened, and what was said? How may it have been for your mentee, and how do you know? What will you do in the same way next time, and what differently?
            """),
        new("Reflection 3: Listening before advising", """
            Describe a moment in which a mentee asked for advice, or in which you wanted to give some.

            What did you hear before you answered? What did the mentee make of it? What would you have wanted a mentor of yours to do?
            """),
        new("Reflection 4: Halfway", """
            Read your first reflection again before you write.

            Which of your beliefs about your mentees has changed, and what changed it? Choose one aim for the second half and say how you will notice that you are getting there.
            """),
        new("Reflection 5: Somebody else's assumptions", """
            Recall a moment in which your background and your mentee's led you to see the same thing differently.

            What did each of you take for granted? How did you find out? What does it ask of you as a mentor?
            """),
        new("Reflection 6: What stays", """
            The year ends. What did you learn about mentoring that you could not have read in a book?

            Support it with two moments, one that went well and one that did not, and say what you would pass on to next year's mentors.
            """),
    ];

    public const string LogPrompt = """
        Log each session soon after it ended: who came, what you did, what follows. First names or aliases only.
        """;

    internal sealed record Reflection(string Title, string Prompt);
}
