using MentorCourseLti.Internship.Terms.Works;

namespace MentorCourseLti.Internship.Terms;

/// <summary>A whole internship that an instructor can take as it is, so that nobody begins with an empty course.</summary>
public static class ReadyInternship
{
    /// <summary>The lengths of term, in weeks, for which every work has its week.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [10, 12, 15];

    /// <summary>In the order in which it is due; what runs all term comes last.</summary>
    public static IReadOnlyList<PlannedWork> Work { get; } =
    [
        GoalSetting.Work,
        BeforeTheFirstMeeting.Work,
        AfterTheFirstMeeting.Work,
        Midterm.Work,
        Culture.Work,
        Leadership.Work,
        Final.Work,
        Log.Work,
    ];
}
