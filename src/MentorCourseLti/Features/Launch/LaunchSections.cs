using System.Text.Json;
using Lti.Launching;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// The sections or groups that a launch names. LTI has no claim for them: they come as custom values, which
/// <c>lti-config</c> asks for: Canvas's <c>$com.instructure.User.sectionNames</c> (names, as JSON), Moodle's <c>$Moodle.Person.userGroupIds</c> (ids, with commas).
/// </summary>
internal static class LaunchSections
{
    private const string Names = "section_names";
    private const string GroupIds = "group_ids";
    private const int Most = 50;
    private const int LongestName = 200;

    /// <summary>As <see cref="SectionNames"/> writes them; none where the launch says nothing of sections.</summary>
    public static string? Of(LtiLaunch launch)
    {
        if (launch.Custom.Count == 0)
            return null;
        if (launch.Custom.TryGetValue(Names, out string? names))
            return Write(ReadNames(names));
        return launch.Custom.TryGetValue(GroupIds, out string? ids) ? Write(Split(ids).Select(id => $"Group {id}")) : null;
    }

    private static string Write(IEnumerable<string> names) => SectionNames.Write(names.Select(name => PlainText.Line(name, LongestName)).OfType<string>().Take(Most));

    private static IEnumerable<string> ReadNames(string text)
    {
        if (!text.StartsWith('['))
            return Split(text);
        try
        {
            return JsonSerializer.Deserialize<List<string?>>(text)?.OfType<string>() ?? [];
        }
        catch (JsonException)
        {
            return Split(text);
        }
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
