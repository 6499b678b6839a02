using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Manners;

namespace PracticeLms.Launching;

/// <summary>How a cell of the gradebook opens the work behind it: Moodle by a submission review, Canvas by the address that came with the score.</summary>
internal static class WorkErrand
{
    /// <summary>None where there is nothing to open.</summary>
    public static Errand? Of(Campus campus, Course course, LineItem column, string personId)
    {
        if (column.Facts.ResourceLinkId is not { } id || course.FindLink(id) is not { } link || campus.FindPerson(personId) is not { } person) return null;

        var grade = column.FindCell(personId)?.Grade ?? Grade.None;
        if (campus.Manner == Manner.Canvas) return grade.SubmissionUrl is { } address ? new Errand.Show(link, address) : null;
        return column.Facts.SubmissionReview?.Covers(grade.ActivityProgress) == true ? new Errand.Review(link, column, person) : null;
    }
}
