using PracticeLms.Courses;

namespace PracticeLms.Services;

/// <summary>The scopes this LMS knows, and which of them an administrator's choice permits.</summary>
internal static class Scopes
{
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public const string Memberships = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    public static IReadOnlyList<string> All { get; } = [LineItem, LineItemReadOnly, ResultReadOnly, Score, Memberships];

    /// <summary>What the gradebook claim of a launch offers.</summary>
    public static IEnumerable<string> Permitted(GradeSync sync) => sync switch
    {
        GradeSync.None => [],
        GradeSync.SyncOnly => [LineItemReadOnly, ResultReadOnly, Score],
        _ => [LineItem, LineItemReadOnly, ResultReadOnly, Score],
    };

    /// <summary>What a token may carry.</summary>
    public static IEnumerable<string> Granted(GradeSync sync, IEnumerable<string> asked) =>
        asked.Intersect(Permitted(sync).Append(Memberships), StringComparer.Ordinal);
}
