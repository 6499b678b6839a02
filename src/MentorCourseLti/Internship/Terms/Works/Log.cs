using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Internship.Terms.Works;

/// <summary>
/// The record that hours and supervision rest on, and the notes that the reflections are written from: the describing
/// step of the DEAL model (Ash and Clayton, 2009, "Generating, Deepening, and Documenting Learning", Journal of Applied
/// Learning in Higher Education 1), taken while memory is fresh.
/// </summary>
internal static class Log
{
    public static PlannedWork Work { get; } = new(
        "log", ActivityKind.MentoringLog, "Mentoring log",
        """
        Log each session on the day it took place; two minutes are enough. A session that fell through belongs here too.

        - Who was there? First names or aliases only.
        - What did you do together? Add one thing that a mentee asked or said.
        - What did you promise, and what comes next?

        Write what you saw and heard, and leave what it means for your reflections. If something worries you, mark the entry for attention. **If you fear for a mentee's safety, do not wait for the log**: tell your instructor at once.

        *Notes like these are the describing step of the DEAL model (Ash and Clayton, 2009).*
        """,
        20,
        [],
        GoalHours: 10,
        new Dictionary<int, int>());
}
