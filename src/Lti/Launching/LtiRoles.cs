using System.Diagnostics.CodeAnalysis;

namespace Lti.Launching;

/// <summary>
/// The roles of a launch or of a roster entry (LTI 1.3 core, 5.3.7 and appendix A). Roles in the context decide; what somebody is in
/// the institution or the system counts only when no context role was sent, so an institution's administrator who is a
/// Learner here is a Learner here. Full URIs, short names (<c>Instructor</c>) and LTI 1.1's URNs are understood; unknown
/// roles are kept in <see cref="All"/> and give no right.
/// </summary>
public sealed class LtiRoles : IEquatable<LtiRoles>
{
    private const string Context = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private const string Institution = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";
    private const string SystemWide = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";
    private const string LegacyContext = "urn:lti:role:ims/lis/";
    private const string LegacyInstitution = "urn:lti:instrole:ims/lis/";
    private const string LegacySystem = "urn:lti:sysrole:ims/lis/";

    // Canvas's Student View: Instructure's own role in 1EdTech's LTI vocabulary, not in LIS.
    private const string TestUser = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

    /// <summary>No roles at all: valid, lowest rights.</summary>
    public static LtiRoles Empty { get; } = new([]);

    /// <summary>Reads roles.</summary>
    /// <param name="roles">The roles as sent.</param>
    public LtiRoles(IReadOnlyList<string> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        All = roles;
        var seen = new Seen();
        foreach (var role in roles)
            Read(role, ref seen);

        IsTestUser = seen.TestUser;
        IsAdministrator = seen.ContextAdministrator || seen.Administrator;
        Highest = seen switch
        {
            { OtherInstructor: true } or { ContextAdministrator: true } => LtiRole.Instructor,
            // A sub-role comes with its principal role (appendix A.2.3.1): Canvas sends Instructor#TeachingAssistant and Instructor.
            { TeachingAssistant: true } => LtiRole.TeachingAssistant,
            { Instructor: true } => LtiRole.Instructor,
            { Learner: true } => LtiRole.Learner,
            { AnyContext: false, Administrator: true } => LtiRole.Instructor,
            _ => LtiRole.None,
        };
    }

    /// <summary>The roles exactly as sent.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The one role that decides.</summary>
    public LtiRole Highest { get; }

    /// <summary>Teaches the course, or administers the platform and has no role in the course.</summary>
    public bool IsInstructor => Highest is LtiRole.Instructor;

    /// <summary>Helps to teach the course.</summary>
    public bool IsTeachingAssistant => Highest is LtiRole.TeachingAssistant;

    /// <summary>Takes the course.</summary>
    public bool IsLearner => Highest is LtiRole.Learner;

    /// <summary>Administers the course, the institution or the system. No right by itself: see <see cref="Highest"/>.</summary>
    public bool IsAdministrator { get; }

    /// <summary>Canvas's Student View: may try everything, belongs into no roster, statistic or gradebook.</summary>
    public bool IsTestUser { get; }

    /// <summary>Reads roles given one by one.</summary>
    /// <param name="roles">The roles as sent.</param>
    /// <returns>What they mean.</returns>
    public static LtiRoles Of(params string[] roles) => new(roles);

    /// <inheritdoc />
    public bool Equals([NotNullWhen(true)] LtiRoles? other) => other is not null && All.SequenceEqual(other.All, StringComparer.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as LtiRoles);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(All.Count, Highest, IsAdministrator, IsTestUser);

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', All);

    private static void Read(string role, ref Seen seen)
    {
        if (role.Equals(TestUser, StringComparison.Ordinal))
            seen.TestUser = true;
        else if (role.StartsWith(Context, StringComparison.Ordinal))
            ReadContext(role.AsSpan(Context.Length), ref seen);
        else if (role.StartsWith(LegacyContext, StringComparison.OrdinalIgnoreCase))
            ReadLegacyContext(role.AsSpan(LegacyContext.Length), ref seen);
        else if (After(role, Institution) is { IsEmpty: false } institution)
            seen.Administrator |= institution is "Administrator";
        else if (After(role, LegacyInstitution) is { IsEmpty: false } legacyInstitution)
            seen.Administrator |= legacyInstitution is "Administrator";
        else if (After(role, SystemWide) is { IsEmpty: false } system)
            seen.Administrator |= system is "Administrator" or "SysAdmin";
        else if (After(role, LegacySystem) is { IsEmpty: false } legacySystem)
            seen.Administrator |= legacySystem is "Administrator" or "SysAdmin";
        else if (!role.Contains(':', StringComparison.Ordinal))
            ReadShort(role, ref seen);
    }

    // ...membership#Instructor, or ...membership/Instructor#TeachingAssistant.
    private static void ReadContext(ReadOnlySpan<char> rest, ref Seen seen)
    {
        var hash = rest.IndexOf('#');
        if (hash < 0)
            return;
        seen.AnyContext = true;
        var name = rest[(hash + 1)..];
        if (hash == 0)
            ReadPrincipal(name, ref seen);
        else
            ReadSubRole(rest[1..hash], name, ref seen);
    }

    // urn:lti:role:ims/lis/Instructor, or urn:lti:role:ims/lis/Instructor/Lecturer (LTI 1.1, appendix A.2.2).
    private static void ReadLegacyContext(ReadOnlySpan<char> rest, ref Seen seen)
    {
        seen.AnyContext = true;
        var slash = rest.IndexOf('/');
        if (slash < 0)
            ReadPrincipal(rest, ref seen);
        else
            ReadSubRole(rest[..slash], rest[(slash + 1)..], ref seen);
    }

    // Appendix A.2.2: the short names are those of context roles.
    private static void ReadShort(string name, ref Seen seen)
    {
        if (name.Length == 0)
            return;
        seen.AnyContext = true;
        ReadPrincipal(name, ref seen);
    }

    private static void ReadPrincipal(ReadOnlySpan<char> name, ref Seen seen)
    {
        seen.Instructor |= name is "Instructor";
        seen.Learner |= name is "Learner" or "Student";
        seen.TeachingAssistant |= name is "TeachingAssistant";
        seen.ContextAdministrator |= name is "Administrator";
    }

    private static void ReadSubRole(ReadOnlySpan<char> principal, ReadOnlySpan<char> name, ref Seen seen)
    {
        var assists = name.StartsWith("TeachingAssistant", StringComparison.Ordinal) || name is "Grader";
        seen.TeachingAssistant |= assists && principal is "Instructor" or "TeachingAssistant";
        seen.OtherInstructor |= !assists && principal is "Instructor";
        seen.Learner |= principal is "Learner";
        seen.ContextAdministrator |= principal is "Administrator";
    }

    private static ReadOnlySpan<char> After(string role, string prefix) =>
        role.StartsWith(prefix, StringComparison.Ordinal) ? role.AsSpan(prefix.Length) : default;

    private record struct Seen
    {
        public bool AnyContext;
        public bool Instructor;
        public bool OtherInstructor;
        public bool TeachingAssistant;
        public bool Learner;
        public bool ContextAdministrator;
        public bool Administrator;
        public bool TestUser;
    }
}
