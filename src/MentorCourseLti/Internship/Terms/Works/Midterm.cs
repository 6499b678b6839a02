using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Looks across sessions rather than at one, while there is still time to change course. Its three steps are those of
/// the DEAL model: describe, examine, articulate learning (Ash and Clayton, 2009, "Generating, Deepening, and
/// Documenting Learning", Journal of Applied Learning in Higher Education 1).
/// </summary>
internal static class Midterm
{
    public static PlannedWork Work { get; } = new(
        "midterm", ActivityKind.Reflection, "Halfway",
        """
        Half of the term is over. Read your goals and your log again before you write.

        **Describe** where each goal stands, with one thing from a session that shows it. A goal that you dropped or changed belongs here too.

        **Examine** one pattern that shows when you lay several sessions side by side: who speaks and who stays silent, which questions return, when the group comes alive or goes flat. What do you do that feeds the pattern? Which idea from the training, from a course or from a comment on your earlier work helps you to understand it?

        **Say what you have learned** about mentoring, how you came to know it, and why it matters for these mentees. Then choose one change for the second half: what will you do, from which session on, and how will you ask your mentees whether it helps?

        *The three steps are those of the DEAL model (Ash and Clayton, 2009).*
        """,
        20,
        [
            new Criterion("standing", "Where the goals stand", "Reports on each goal from the first week and shows it by something from a session.",
            [
                new Level("5", "Shown", 5, "Every goal has its standing and a session that shows it; what was dropped or missed is said and explained."),
                new Level("4", "Reported", 4, "Every goal has its standing; one of them is not backed by a session."),
                new Level("2", "Partly", 2, "A goal is left out, or standings are claimed without sessions."),
                new Level("0", "Missing", 0, "The goals do not come up."),
            ]),
            new Criterion("pattern", "A pattern across sessions", "Finds something that keeps returning and shows it in more than one session.",
            [
                new Level("5", "Traced", 5, "One pattern, shown in three or more sessions or mentees, with an instance that does not fit it."),
                new Level("4", "Seen", 4, "One pattern, shown in two sessions or more."),
                new Level("2", "One occasion", 2, "Draws a pattern from a single session, or names one without showing it."),
                new Level("0", "Missing", 0, "Sessions are not compared."),
            ]),
            new Criterion("part", "The mentor's part in it", "Asks what the mentor does that keeps the pattern going, with the help of an idea.",
            [
                new Level("5", "Owned", 5, "Names an act of the mentor that feeds the pattern, and uses an idea or a comment, with its source, to explain how."),
                new Level("4", "Seen", 4, "Names an act of the mentor, or explains the pattern with an idea; the two are not yet tied together."),
                new Level("2", "Elsewhere", 2, "The pattern is put down to the mentees, the hour or the video call alone."),
                new Level("0", "Missing", 0, "No explanation is tried."),
            ]),
            new Criterion("change", "Learned, and changed from now on", "States what was learned and one change that the mentees can answer to.",
            [
                new Level("5", "Set up", 5, "Says what was learned and from what; the change has a session to begin with and a question by which the mentees can say whether it helps."),
                new Level("4", "Specific", 4, "Says what was learned; the change is specific, but begins at no set time or does not ask the mentees."),
                new Level("2", "Loose", 2, "A lesson without a change, or a change that follows from nothing before it."),
                new Level("0", "Missing", 0, "Neither a lesson nor a change is stated."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 5, [12] = 6, [15] = 8 });
}
