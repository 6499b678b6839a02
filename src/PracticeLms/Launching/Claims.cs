namespace PracticeLms.Launching;

/// <summary>The long names of LTI's claims and roles, written here once.</summary>
internal static class Claims
{
    public const string Ags = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public const string Nrps = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    // Canvas's Student View.
    public const string TestUser = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

    public static string DeepLinking(string claim) => $"https://purl.imsglobal.org/spec/lti-dl/claim/{claim}";

    public static string Lti(string claim) => $"https://purl.imsglobal.org/spec/lti/claim/{claim}";

    public static string CourseRole(string role) => $"http://purl.imsglobal.org/vocab/lis/v2/membership#{role}";

    public static string InstitutionRole(string role) => $"http://purl.imsglobal.org/vocab/lis/v2/institution/person#{role}";

    public static string SystemRole(string role) => $"http://purl.imsglobal.org/vocab/lis/v2/system/person#{role}";
}
