using System.Globalization;
using System.Text.Json.Nodes;
using PracticeLms.Courses;

namespace PracticeLms.Launching;

/// <summary>The custom claim: what the tool's registration asks for and what the link brings, with this LMS's variables put in (LTI 1.3 core, 5.4.6).</summary>
internal static class CustomValues
{
    public static JsonObject Of(IEnumerable<KeyValuePair<string, string>> wanted, Campus campus, Launch launch, string issuer)
    {
        var values = new JsonObject();
        foreach (var (name, value) in wanted.Concat(launch.Link?.Custom.AsEnumerable() ?? []))
            values[name] = value.StartsWith('$') ? campus.Manner.Variable(value, launch, issuer) ?? Common(value, launch) : value;
        return values;
    }

    // A variable without a value stays as it is written.
    private static string Common(string variable, Launch launch) => variable switch
    {
        "$ResourceLink.available.startDateTime" => Moment(launch.Link?.AvailableFrom) ?? "",
        "$ResourceLink.available.endDateTime" => Moment(launch.Link?.AvailableUntil) ?? "",
        "$ResourceLink.submission.endDateTime" => Moment(launch.Link?.DueAt) ?? "",
        _ => variable,
    };

    public static string? Moment(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
