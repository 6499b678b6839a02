namespace Lti.Grades.Internal;

/// <summary>AGS 2.0, 3.2.5, 3.3.3 and 3.4.3. Moodle takes no other spelling.</summary>
internal static class AgsMediaTypes
{
    public const string LineItem = "application/vnd.ims.lis.v2.lineitem+json";
    public const string LineItems = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    public const string Score = "application/vnd.ims.lis.v1.score+json";
    public const string Results = "application/vnd.ims.lis.v2.resultcontainer+json";
}
