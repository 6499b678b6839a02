using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// Slows a mentor down over a few minutes, because the first judgement of a first meeting is mostly a feeling. The
/// questions go once round the reflective cycle of Gibbs (1988, "Learning by Doing").
/// </summary>
internal static class AfterTheFirstMeeting
{
    public static PlannedWork Work { get; } = new(
        "after", ActivityKind.Reflection, "After the first meeting",
        """
        Write within a day or two, while you can still hear the voices. Choose **about five minutes** of the first meeting that stayed with you, and use aliases for your mentees.

        - What happened? Who said what, and what did the others do meanwhile?
        - What did you feel then, and what do you feel about it now?
        - What worked and what did not? Go by what your mentees said and did, not only by your own relief or worry.
        - Why did it go that way? Think of your plan, how you asked, the room or the video call, and what your mentees may have come from that day.
        - What else could you have done?
        - What will you keep in the second meeting, and what will you change?

        If hardly anybody came, take the minutes in which you noticed, and what you did about it.

        *The steps follow Gibbs's reflective cycle (1988).*
        """,
        20,
        [
            new Criterion("scene", "Five minutes of the meeting", "Tells what was said and done, by the speakers and by the others.",
            [
                new Level("5", "Replayed", 5, "The order of events is clear, there are words that were spoken, and the quieter mentees appear too."),
                new Level("4", "Told", 4, "The order of events is clear with some words or gestures; only those who spoke appear."),
                new Level("2", "Summed up", 2, "Covers the meeting as a whole, such as that introductions went well."),
                new Level("0", "Missing", 0, "Nothing from the first meeting is told."),
            ]),
            new Criterion("feelings", "Then and now", "Names the mentor's own feelings and what they did to what followed.",
            [
                new Level("5", "Put to use", 5, "Names feelings during and after the meeting and shows one thing the mentor said, did or overlooked because of them."),
                new Level("4", "Named", 4, "Names feelings during the meeting and says how they look from today."),
                new Level("2", "Touched", 2, "One word such as nervous or happy, and no more."),
                new Level("0", "Missing", 0, "Feelings do not come up."),
            ]),
            new Criterion("causes", "What worked, what did not, and why", "Judges by what the mentees did and looks for reasons.",
            [
                new Level("5", "Weighed", 5, "A success and a difficulty, each shown by something a mentee said or did, and at least two possible reasons, one of them the mentor's own doing."),
                new Level("4", "Reasoned", 4, "A success and a difficulty with a reason each; one of them is shown by what a mentee said or did."),
                new Level("2", "Rated", 2, "Says that it went well or badly, going by the mentor's impression."),
                new Level("0", "Missing", 0, "The minutes are not judged."),
            ]),
            new Criterion("second", "The second meeting", "Considers another way and settles what to keep and what to change.",
            [
                new Level("5", "Decided", 5, "Describes another way it could have been done, one thing to keep and one to change, with the minute or the words in which it will happen."),
                new Level("4", "Chosen", 4, "One thing to keep and one to change, both specific."),
                new Level("2", "Loose", 2, "Says only that more of the same, or something better, should follow."),
                new Level("0", "Missing", 0, "The second meeting does not come up."),
            ]),
        ],
        GoalHours: null,
        new Dictionary<int, int> { [10] = 3, [12] = 3, [15] = 4 });
}
