using System.Text.Json;
using Lti.Launching;

namespace Lti.Roster.Internal;

/// <summary>Reads membership containers (NRPS 2.0, 2.1). A member that makes no sense is left out; a container that does not is no answer.</summary>
internal static class RosterJson
{
    private const int LongestId = 255;

    public static List<RosterMember>? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("members", out var members) || members.ValueKind is not JsonValueKind.Array)
                return null;
            return [.. members.EnumerateArray().Select(ReadMember).OfType<RosterMember>()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is no UTF-8.
            return null;
        }
    }

    private static RosterMember? ReadMember(JsonElement member)
    {
        if (member.ValueKind is not JsonValueKind.Object || Text(member, "user_id") is not { Length: > 0 and <= LongestId } id)
            return null;
        return new RosterMember
        {
            UserId = id,
            Roles = new LtiRoles(Texts(member, "roles")),
            Status = Text(member, "status") switch
            {
                { } status when status.Equals("Inactive", StringComparison.OrdinalIgnoreCase) => RosterStatus.Inactive,
                { } status when status.Equals("Deleted", StringComparison.OrdinalIgnoreCase) => RosterStatus.Deleted,
                _ => RosterStatus.Active,
            },
            Name = Text(member, "name") ?? Joined(Text(member, "given_name"), Text(member, "family_name")),
            Email = Text(member, "email"),
        };
    }

    private static string? Joined(string? given, string? family) => given is null && family is null ? null : $"{given} {family}".Trim();

    /// <summary>Some platforms send ids as numbers.</summary>
    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    private static List<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(one => one.GetString()!)]
        : [];
}
