using Lti.Grades;

namespace MentorCourseLti.Features.Launch;

/// <summary>What an LMS permits us in its gradebook, as a course keeps it.</summary>
internal static class GradeScope
{
    private static readonly string[] Known = [AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score];

    /// <summary>Space-separated, in one order whatever the order of the launch.</summary>
    public static string TextOf(AgsEndpoint ags) => string.Join(' ', Known.Where(ags.Scopes.Contains));
}
