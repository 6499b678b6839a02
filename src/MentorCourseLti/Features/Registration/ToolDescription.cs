using Lti.Grades;
using Lti.Launching;
using Lti.Registration;
using Lti.Roster;

namespace MentorCourseLti.Features.Registration;

/// <summary>What this tool says of itself to LMSs, whichever way they learn of it.</summary>
internal static class ToolDescription
{
    public const string Name = "Mentor Course";

    public const string Words = "Reflections, rubrics and mentoring logs of a near-peer mentoring internship. Grades go to the gradebook by themselves.";

    public static IReadOnlyList<string> Scopes { get; } = [AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score, NrpsScopes.ContextMembershipReadOnly];

    /// <summary>Sections, and the LMS's own dates and points. An LMS that does not know a variable leaves it as it is written, and we ignore it.</summary>
    public static IReadOnlyDictionary<string, string> Custom { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["available_end"] = "$ResourceLink.available.endDateTime",
        ["available_start"] = "$ResourceLink.available.startDateTime",
        ["canvas_base_url"] = "$Canvas.api.baseUrl",
        ["context_history"] = "$Context.id.history",
        ["due_at"] = "$Canvas.assignment.dueAt.iso8601",
        ["group_ids"] = "$Moodle.Person.userGroupIds",
        ["link_history"] = "$ResourceLink.id.history",
        ["lock_at"] = "$Canvas.assignment.lockAt.iso8601",
        ["points_possible"] = "$Canvas.assignment.pointsPossible",
        ["section_names"] = "$com.instructure.User.sectionNames",
        ["submission_end"] = "$ResourceLink.submission.endDateTime",
        ["unlock_at"] = "$Canvas.assignment.unlockAt.iso8601",
    };

    public static ToolRegistration Registration { get; } = new()
    {
        Name = Name,
        Description = Words,
        Scopes = Scopes,
        Custom = Custom,
        Messages =
        [
            new ToolMessage(LtiMessageTypes.ResourceLink, Name, "course_navigation"),
            new ToolMessage(LtiMessageTypes.DeepLinking, Name, "assignment_selection", "link_selection"),
            new ToolMessage(LtiMessageTypes.SubmissionReview, Name),
        ],
        // Canvas's dynamic registration starts with anonymous launches, which would show nameless mentors to the instructor.
        Extensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["https://canvas.instructure.com/lti/privacy_level"] = "public" },
    };
}
