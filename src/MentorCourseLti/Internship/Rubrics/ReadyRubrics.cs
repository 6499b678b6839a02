using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Rubrics;

/// <summary>Rubrics that are ready on the first day.</summary>
public static class ReadyRubrics
{
    /// <summary>
    /// For reflections on mentoring, 20 points. The steps (what happened, what it means, what follows) are those of
    /// Gibbs's reflective cycle (1988) and of the DEAL model (Ash and Clayton, 2009); the words are ours.
    /// </summary>
    public static Rubric Reflection(CourseId course, DateTimeOffset now) => new()
    {
        Id = RubricId.New(now),
        CourseId = course,
        Title = "Reflection on mentoring",
        Criteria =
        [
            new Criterion("moment", "A moment, told closely", "Describes something that really happened, so that a reader can see it.",
            [
                new Level("5", "Vivid", 5, "One particular moment with who, where and what was said; the reader could act it out."),
                new Level("4", "Clear", 4, "A particular moment with most of what matters; a detail or two is missing."),
                new Level("2", "Sketched", 2, "Names an event, but stays general: it could be any session."),
                new Level("0", "Missing", 0, "No moment from the mentoring is described."),
            ]),
            new Criterion("mentee", "The mentee's side", "Listens for what the mentee wanted, felt and understood.",
            [
                new Level("5", "Heard", 5, "Says what the mentee may have thought or felt, on what grounds, and what remains unknown."),
                new Level("4", "Considered", 4, "Takes the mentee's view and gives some grounds for it."),
                new Level("2", "Assumed", 2, "States the mentee's view as a fact, or speaks mostly of the mentor."),
                new Level("0", "Missing", 0, "The mentee's side does not come up."),
            ]),
            new Criterion("meaning", "What it means", "Asks why it went as it did and ties it to training, reading or earlier sessions.",
            [
                new Level("5", "Examined", 5, "Weighs more than one explanation, questions an own assumption, and uses an idea from the course."),
                new Level("4", "Explained", 4, "Gives a reasoned explanation with a link to the course or to earlier sessions."),
                new Level("2", "Asserted", 2, "Gives an explanation without reasons."),
                new Level("0", "Missing", 0, "Tells what happened and stops there."),
            ]),
            new Criterion("next", "What comes next", "Turns the insight into something to try, and says how to tell whether it worked.",
            [
                new Level("5", "Ready to try", 5, "One concrete step for the next session and a sign by which to see whether it helped."),
                new Level("4", "Concrete", 4, "A concrete step for the next session."),
                new Level("2", "A wish", 2, "Hopes to do better, without a step."),
                new Level("0", "Missing", 0, "Nothing follows from the reflection."),
            ]),
        ],
    };
}
