using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Writes down what a mentor expects while it can still turn out otherwise; the next reflection needs it for comparison.
/// The three questions are the framework of Rolfe, Freshwater and Jasper (2001, "Critical Reflection for Nursing and
/// the Helping Professions").
/// </summary>
internal static class BeforeTheFirstMeeting
{
    public static PlannedWork Work { get; } = new(
        "before", ActivityKind.Reflection, "Before the first meeting",
        """
        In a few days you will meet your group of high-school seniors. Look at what you bring along before you do.

        - **What?** Recall one moment from your own last year of high school when somebody a few years ahead of you could have helped. What was going on? Then write down how you picture your mentees: what they know, want and worry about.
        - **So what?** Where does each part of that picture come from: your own story, the training, something people say about seniors? Which part are you least sure of, and what might you do wrong if you trusted it?
        - **Now what?** Plan the first ten minutes. What will you tell about yourself, what will you ask, and what will you do if nobody answers?

        Tell only what you are willing to have read.

        *The three questions are those of Rolfe, Freshwater and Jasper (2001).*
        """,
        20,
        [
            new Criterion("then", "A moment as a senior", "Goes back to one situation of the mentor's own last year of high school.",
            [
                new Level("5", "Back there", 5, "One situation with what was at stake, what the mentor knew and did not know then, and what help would have changed."),
                new Level("4", "Recalled", 4, "One situation and the help that was missing; what was at stake stays a little vague."),
                new Level("2", "In general", 2, "Speaks of the senior year as a whole, such as that it was stressful."),
                new Level("0", "Missing", 0, "The mentor's own time as a senior does not come up."),
            ]),
            new Criterion("picture", "The picture of the mentees", "Writes down what is expected of them and where each expectation comes from.",
            [
                new Level("5", "Traced", 5, "Says what they may know, want and worry about, and names a source for each; tells what was learned from what is guessed."),
                new Level("4", "Drawn", 4, "Says at least two of the three and names where most of it comes from."),
                new Level("2", "Outlined", 2, "Expectations without sources, or one expectation only."),
                new Level("0", "Missing", 0, "Nothing is said about who the mentees may be."),
            ]),
            new Criterion("doubt", "The expectation that may be wrong", "Picks the least certain expectation and thinks through what trusting it would do.",
            [
                new Level("5", "Thought through", 5, "One expectation, why it may be wrong, what the mentor would say or do because of it, and how that could land with a mentee."),
                new Level("4", "Questioned", 4, "One expectation, why it may be wrong, and something that could go amiss."),
                new Level("2", "Mentioned", 2, "Says that one should not assume things, without naming one."),
                new Level("0", "Missing", 0, "No expectation is questioned."),
            ]),
            new Criterion("opening", "The first ten minutes", "Plans how to begin so that the mentees get to speak.",
            [
                new Level("5", "Ready", 5, "Says what to tell, quotes at least one question to ask, has a plan for silence, and ties one of these to the thoughts above."),
                new Level("4", "Planned", 4, "Says what to tell, what to ask and what to do in silence."),
                new Level("2", "An intention", 2, "Wants to break the ice or be friendly; what will be said or asked is missing."),
                new Level("0", "Missing", 0, "There is no plan for the beginning."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 2, [12] = 2, [15] = 2 });
}
