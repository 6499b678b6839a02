using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Gathers the term into what was learned and passes it on, so that next year's mentors begin further along. It goes
/// through the DEAL model in full: two sessions described, examined from its three sides, and learning put into words
/// (Ash and Clayton, 2009, "Generating, Deepening, and Documenting Learning", Journal of Applied Learning in Higher
/// Education 1).
/// </summary>
internal static class Final
{
    public static PlannedWork Work { get; } = new(
        "final", ActivityKind.Reflection, "Looking back on the term",
        """
        Read what you wrote in the first week and halfway through. Then look back over the whole term.

        **Describe two sessions**: one in which your mentoring helped somebody, and one in which it did not, or in which you cannot tell. What did your mentees say and do?

        **Examine** them from three sides:

        - You as a person: what came more easily than in the first week, and what is still hard?
        - You as a biologist: what do you see or explain differently because seniors asked you about it?
        - Your mentees: what moved for them, and what stood in their way that no single mentor can remove?

        **Put your learning into words**: what you learned, how you learned it, why it matters, and where you will use it next.

        End with **advice for next year's mentors**: the few sentences you needed in week one.

        *The steps are those of the DEAL model (Ash and Clayton, 2009).*
        """,
        30,
        [
            new Criterion("sessions", "Two sessions side by side", "Tells one session that helped and one that did not, by what the mentees said and did.",
            [
                new Level("5", "Both in view", 5, "Two particular sessions with words or acts of mentees in each; the one that did not help is told as fully and frankly as the other."),
                new Level("4", "Told", 4, "Two particular sessions; one has little of what the mentees said or did."),
                new Level("2", "One, or in general", 2, "Only one session is told, or both stay general."),
                new Level("0", "Missing", 0, "No session is told."),
            ]),
            new Criterion("person", "From the first week to now", "Compares the mentor of today with the one who wrote the earlier texts.",
            [
                new Level("5", "Compared", 5, "Quotes or retells an earlier text, says what has changed and what is still hard, and shows both in a session."),
                new Level("4", "Traced", 4, "Names a change since an earlier text and shows it in a session."),
                new Level("2", "Claimed", 2, "Says that the mentor has grown, without the earlier texts or a session."),
                new Level("0", "Missing", 0, "The mentor as a person does not come up."),
            ]),
            new Criterion("science", "Biology through seniors' questions", "Shows how explaining and being asked changed the mentor's own view of the subject.",
            [
                new Level("5", "Seen anew", 5, "A question or an explanation from a session, what it showed the mentor about biology or about becoming a biologist, and what the mentor did with that."),
                new Level("4", "Connected", 4, "A question or an explanation from a session and what the mentor understood through it."),
                new Level("2", "Mentioned", 2, "A topic is named, or the mentor likes to explain; nothing in the mentor's view has moved."),
                new Level("0", "Missing", 0, "Biology does not come up."),
            ]),
            new Criterion("mentees", "What moved, and what stood in the way", "Sees the mentees' steps without claiming them, and what lies beyond one mentor.",
            [
                new Level("5", "In proportion", 5, "What a mentee did or decided, what else besides mentoring played a part, and an obstacle such as money, rules or distance with someone who could work on it."),
                new Level("4", "Seen", 4, "What a mentee did or decided, and an obstacle beyond the mentor's reach."),
                new Level("2", "Credited to self", 2, "The mentees' progress is the mentor's success, or no obstacle is named."),
                new Level("0", "Missing", 0, "What changed for the mentees is not asked."),
            ]),
            new Criterion("learning", "Learning in words", "Says what was learned, how, why it matters and where it will be used.",
            [
                new Level("5", "Complete", 5, "All four parts, specific enough to disagree with, and each follows from the two sessions."),
                new Level("4", "Nearly", 4, "All four parts; one is general or does not follow from the sessions."),
                new Level("2", "In part", 2, "Two parts are missing, or the lesson could have been written before the term."),
                new Level("0", "Missing", 0, "No learning is stated."),
            ]),
            new Criterion("advice", "Advice for next year's mentors", "Passes on something that a newcomer can use in the first week.",
            [
                new Level("5", "Usable", 5, "Advice that says what to do or say and when, with the experience it was bought with."),
                new Level("4", "Specific", 4, "Advice that says what to do; where it comes from is left open."),
                new Level("2", "Encouraging", 2, "Kind words such as \"be yourself\" that a newcomer cannot act on."),
                new Level("0", "Missing", 0, "There is no advice."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 10, [12] = 12, [15] = 15 });
}
