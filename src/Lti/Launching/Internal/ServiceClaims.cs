using System.Text.Json;
using Lti.DeepLinking;
using Lti.Grades;
using Lti.Roster;

namespace Lti.Launching.Internal;

/// <summary>The claims by which a launch offers services.</summary>
internal static class ServiceClaims
{
    /// <summary>AGS 2.0, 3.1: lineitems and lineitem may each be absent.</summary>
    public static AgsEndpoint? ReadAgs(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Object
            ? null
            : new AgsEndpoint
            {
                Scopes = new HashSet<string>(value.Member("scope"u8).Texts() ?? [], StringComparer.Ordinal),
                LineItems = value.Member("lineitems"u8).WebAddress(),
                LineItem = value.Member("lineitem"u8).WebAddress(),
            };

    /// <summary>NRPS 2.0, 3.6.1.1.</summary>
    public static NrpsEndpoint? ReadNrps(JsonElement value) =>
        value.Member("context_memberships_url"u8).WebAddress() is not { } address
            ? null
            : new NrpsEndpoint { ContextMembershipsUrl = address, ServiceVersions = value.Member("service_versions"u8).Texts() ?? [] };

    /// <summary>Deep linking 2.0, 3.3.1. None where what is required is missing.</summary>
    public static DeepLinkingSettings? ReadDeepLinking(JsonElement value) =>
        value.Member("deep_link_return_url"u8).WebAddress() is not { } address || value.Member("accept_types"u8).Texts() is not { } types
            ? null
            : new DeepLinkingSettings
            {
                ReturnUrl = address,
                AcceptTypes = types,
                AcceptMultiple = value.Member("accept_multiple"u8).ValueKind is JsonValueKind.True,
                AcceptLineItem = value.Member("accept_lineitem"u8).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
                Data = value.Member("data"u8).Text(),
            };
}
