namespace Lti.Grades;

/// <summary>The OAuth 2 scopes of the gradebook services (AGS 2.0, 3.1 and 3.7).</summary>
public static class AgsScopes
{
    /// <summary>Make, change, read and delete our line items.</summary>
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    /// <summary>Read our line items.</summary>
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /// <summary>Read what stands in the gradebook.</summary>
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    /// <summary>Send scores.</summary>
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
}
