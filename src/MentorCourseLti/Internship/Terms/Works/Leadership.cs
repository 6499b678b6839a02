using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Shows leading where mentors do it, in decisions while a session runs, and asks whom they let lead. Thinking in the
/// middle of acting and thinking about it afterwards are told apart as by Schön (1983, "The Reflective Practitioner").
/// </summary>
internal static class Leadership
{
    public static PlannedWork Work { get; } = new(
        "leadership", ActivityKind.Reflection, "Leading, and letting lead",
        """
        Leading a session is rarely a speech. More often it is a small decision: to drop the plan, to hand a question back to the group, to let a silence last, to ask for help.

        Choose **one decision you made while a session was running**, best one you were unsure of.

        - What did you notice that made you stop and think?
        - What did you do, and what else crossed your mind?
        - What came of it for the mentees, and for those you lead with?
        - With time to think, would you decide the same way again? What does that say about how you lead?

        Then turn it around. When did a mentee or a fellow mentor take the lead, and did you make room? Name one piece of a coming session that you will hand over, and how you will back that person.

        *The two kinds of thinking, while acting and afterwards, are Schön's (1983).*
        """,
        20,
        [
            new Criterion("decision", "A decision on the spot", "Shows what was noticed during the session and what was decided.",
            [
                new Level("5", "In slow motion", 5, "What was seen or heard, the choice it opened, what was done and at least one thing left undone."),
                new Level("4", "Clear", 4, "What was noticed and what was done; the other choices are missing."),
                new Level("2", "Afterwards", 2, "A plan that was carried out, or a decision made before or after the session."),
                new Level("0", "Missing", 0, "No decision is described."),
            ]),
            new Criterion("effect", "What came of it for others", "Follows the decision to the mentees and to those who lead along.",
            [
                new Level("5", "Followed", 5, "Says what mentees and a co-mentor, mentor leader or teacher did or said because of it, including something unwanted or unsure."),
                new Level("4", "Observed", 4, "Says what the mentees did or said because of it."),
                new Level("2", "Supposed", 2, "Says that it helped, without anything that was seen or heard."),
                new Level("0", "Missing", 0, "What came of it is not told."),
            ]),
            new Criterion("hindsight", "With time to think", "Goes back over the decision and draws something about the own way of leading.",
            [
                new Level("5", "Judged anew", 5, "Weighs the decision against one that was open, gives reasons, and names a strength and a limit of the own way of leading."),
                new Level("4", "Judged", 4, "Says with a reason whether to decide the same way again, and names a trait of the own way of leading."),
                new Level("2", "Defended", 2, "Calls the decision right or wrong without a reason, or describes leaders in general."),
                new Level("0", "Missing", 0, "The decision is not looked at again."),
            ]),
            new Criterion("room", "Letting others lead", "Notices when others led and hands something over.",
            [
                new Level("5", "Handed over", 5, "A moment when somebody else led and what the mentor did to it; then a piece to hand over, to whom, when and with what support."),
                new Level("4", "Offered", 4, "A moment when somebody else led, and a piece to hand over; the support or the time is missing."),
                new Level("2", "In principle", 2, "Favours sharing the lead; names neither a moment nor a piece."),
                new Level("0", "Missing", 0, "Only the mentor leads in this text."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 8, [12] = 10, [15] = 12 });
}
