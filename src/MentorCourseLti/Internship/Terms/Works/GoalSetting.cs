using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Goals that can be looked up later: the midterm and the final reflection come back to them. Their three kinds are
/// the personal, academic and civic learning of the DEAL model (Ash and Clayton, 2009, "Generating, Deepening, and
/// Documenting Learning", Journal of Applied Learning in Higher Education 1).
/// </summary>
internal static class GoalSetting
{
    public static PlannedWork Work { get; } = new(
        "goals", ActivityKind.Reflection, "Goals for the term",
        """
        Your mentees may soon ask what these meetings are for. Answer it for yourself first, with **three goals** small enough that in the last week you can tell whether you got there:

        - one for you **as a person**: a habit or a skill, such as waiting before you answer;
        - one for you **as a biologist**: something you want to explain, show or make somebody curious about;
        - one for **your mentees**: something they may find out, try or decide, with your help but not by your choice.

        For each goal, say what in your own way to college makes it matter to you. What will you do about it in the first sessions, and what would somebody who watched see if it were working? Which goal may slip once exams come, and whom will you ask for help?

        *The three kinds of goals are those of the DEAL model (Ash and Clayton, 2009): personal, academic and civic.*
        """,
        20,
        [
            new Criterion("goals", "Three goals one can check", "Sets a goal as a person, a goal as a biologist and a goal for the mentees.",
            [
                new Level("5", "Checkable", 5, "One goal of each kind, and in the last week somebody else could say of each whether it was reached."),
                new Level("4", "Nearly", 4, "One goal of each kind; one of them is so wide that it would be hard to tell."),
                new Level("2", "Broad", 2, "A kind is missing, or most goals are of the sort \"be a good mentor\"."),
                new Level("0", "Missing", 0, "No goal is stated."),
            ]),
            new Criterion("reasons", "Where the goals come from", "Ties each goal to something the mentor has lived through.",
            [
                new Level("5", "Lived", 5, "Each goal comes with an experience from the mentor's own way to college, and the text says how one leads to the other."),
                new Level("4", "Linked", 4, "Two goals come with such an experience; the third has a general reason."),
                new Level("2", "General", 2, "Reasons could be anybody's, such as that science matters."),
                new Level("0", "Missing", 0, "Goals stand without reasons."),
            ]),
            new Criterion("room", "Room for the mentees' own choice", "Leaves it to the mentees what they want, and plans to find out.",
            [
                new Level("5", "Theirs", 5, "The goal for the mentees holds whatever they choose, and the text says how the mentor will ask what they want and adjust."),
                new Level("4", "Open", 4, "The goal leaves the choice with the mentees; how to find out what they want is not said."),
                new Level("2", "Decided for them", 2, "The mentor has chosen the outcome, such as that they all apply in biology."),
                new Level("0", "Missing", 0, "No goal concerns the mentees."),
            ]),
            new Criterion("start", "First steps, and what may get in the way", "Says what happens in the first sessions, what would be seen, and what could stop it.",
            [
                new Level("5", "Under way", 5, "Each goal has a step in the first sessions and something to be seen if it works; names the goal most at risk and a person to ask."),
                new Level("4", "Planned", 4, "Each goal has a step; what would be seen, or whom to ask, is missing for one or two."),
                new Level("2", "Someday", 2, "Only one goal has a step, or no step has a time."),
                new Level("0", "Missing", 0, "No step is named."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 1, [12] = 1, [15] = 1 });
}
