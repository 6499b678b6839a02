using Lti.Platforms;
using Lti.Roster.Internal;
using Lti.Services;
using Lti.Services.Internal;

namespace Lti.Roster;

/// <summary>
/// Who is in a course (names and role provisioning services 2.0). The address comes from launches. Like <see cref="Lti.Grades.GradeService"/> it repeats
/// nothing, waits for nothing and throws for no failure of a platform.
/// </summary>
public sealed class RosterService
{
    // Exactly one: Moodle answers 400 to a list or to */*.
    private const string MediaType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private static readonly string[] TokenScopes = [NrpsScopes.ContextMembershipReadOnly];

    private readonly LtiHttp _http;

    internal RosterService(LtiHttp http) => _http = http;

    /// <summary>Everybody in a course, every page of the list (NRPS 2.0, 2.4). All or nothing: half a list would make the others look gone.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="contextMembershipsUrl">The address that launches of the course name; may carry a query.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The members. A platform may leave out people who were suspended or removed, or list them with that status.</returns>
    public async Task<ServiceAnswer<IReadOnlyList<RosterMember>>> ReadAsync(Platform platform, Uri contextMembershipsUrl, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(contextMembershipsUrl);
        var call = new ServiceCall
        {
            Platform = platform,
            Method = HttpMethod.Get,
            Address = contextMembershipsUrl.With("limit", LmsQuirks.PageSize(platform)),
            Scope = NrpsScopes.ContextMembershipReadOnly,
            TokenScopes = TokenScopes,
            Accept = MediaType,
        };
        var answer = await _http.SendPagedAsync(call, cancel);
        if (answer is not ServiceAnswer<IReadOnlyList<ServiceReply>>.Ok { Value: var pages })
            return answer.Failure<IReadOnlyList<RosterMember>>();

        var all = new List<RosterMember>();
        foreach (var page in pages)
        {
            if (RosterJson.Read(page.Body) is not { } members)
                return new ServiceAnswer<IReadOnlyList<RosterMember>>.TryLater(page.Status, null, "The LMS's answer could not be read.");
            all.AddRange(members);
        }

        return new ServiceAnswer<IReadOnlyList<RosterMember>>.Ok(all, 200);
    }
}
