using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Turns the look to what a mentor takes for granted, and asks for no disclosure by anybody. The questions keep the
/// order of the reflective cycle of Gibbs (1988, "Learning by Doing"), which has a place for discomfort before reasons.
/// </summary>
internal static class Culture
{
    public static PlannedWork Work { get; } = new(
        "culture", ActivityKind.Reflection, "Culture and assumptions",
        """
        Some of our habits show only when somebody does without them: how one speaks to a teacher, whether one asks for help, what a family expects after graduation, who looks like a scientist.

        Recall a moment when you and a mentee started from different places. A small one will do: a joke that fell flat, a plan that surprised you.

        - What happened, and how did it feel?
        - What had you taken for granted, and where did you learn it?
        - What may your mentee have taken for granted? What do you know because you were told, and what do you guess?
        - Who in STEM is at ease, and who is left out, where everybody thinks as you did?
        - What will you ask, change or stop doing?

        Nobody speaks for a whole culture, and you need not either. Use an alias and keep confidences.

        *The order of the questions follows Gibbs's reflective cycle (1988).*
        """,
        20,
        [
            new Criterion("difference", "Two starting points", "Tells a moment of difference without making either side the problem.",
            [
                new Level("5", "Fair", 5, "A particular moment with what each did or said and how it felt to the mentor; neither side is blamed or made a curiosity."),
                new Level("4", "Told", 4, "A particular moment and how it felt; one side is told more fully than the other."),
                new Level("2", "Distant", 2, "Differences in general, or a moment in which only the other person seems to differ."),
                new Level("0", "Missing", 0, "No moment of difference is told."),
            ]),
            new Criterion("own", "What the mentor took for granted", "Puts an own habit or belief into words and traces where it was learned.",
            [
                new Level("5", "Traced", 5, "One belief of the mentor's in a plain sentence, where it was learned, and when it has served well or badly."),
                new Level("4", "Named", 4, "One belief of the mentor's in a plain sentence and where it was learned."),
                new Level("2", "Hinted", 2, "Says that the mentor had assumptions, without saying which."),
                new Level("0", "Missing", 0, "Only the mentee's assumptions are discussed."),
            ]),
            new Criterion("knowing", "Told or guessed", "Keeps apart what the mentee said, what was seen and what is guessed.",
            [
                new Level("5", "Kept apart", 5, "Marks what was said, seen and guessed, offers a second reading, and speaks of this mentee rather than of a group."),
                new Level("4", "Careful", 4, "Marks most guesses as guesses and speaks of this mentee rather than of a group."),
                new Level("2", "Certain", 2, "Explains the mentee by a group, or presents guesses as facts."),
                new Level("0", "Missing", 0, "The mentee's view does not come up."),
            ]),
            new Criterion("reach", "Beyond the moment", "Follows the assumption to whom it shuts out of science, and to an act of one's own.",
            [
                new Level("5", "Acted on", 5, "Gives an example from a class, a laboratory or an application of whom the assumption shuts out, and one thing to ask, change or stop in a coming session."),
                new Level("4", "Followed", 4, "Says whom it shuts out in general, and one specific thing to ask, change or stop."),
                new Level("2", "Good will", 2, "Promises to be more open or aware; no act is named."),
                new Level("0", "Missing", 0, "Nothing follows from the moment."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 7, [12] = 8, [15] = 10 });
}
