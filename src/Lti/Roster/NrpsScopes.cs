namespace Lti.Roster;

/// <summary>The scope of names and role provisioning services (NRPS 2.0, 3.1).</summary>
public static class NrpsScopes
{
    /// <summary>To read who is in a course.</summary>
    public const string ContextMembershipReadOnly = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
}
