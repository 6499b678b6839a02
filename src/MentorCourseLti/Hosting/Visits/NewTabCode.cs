using System.Security.Cryptography;
using System.Text.Json;
using MentorCourseLti.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// The way out where the browser keeps no cookie for a framed page: a one-time code opens the visit in a tab of its
/// own, where the cookie is first-party. It is offered only in the minute after the launch and works once.
/// </summary>
internal sealed class NewTabCode(IDataProtectionProvider protection, CourseDb db, TimeProvider clock)
{
    public const string Path = "/new-tab";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("new-tab-code").ToTimeLimitedDataProtector();

    /// <summary>The address that a button opens; none for a visit that has been open for longer or was opened so already.</summary>
    public async Task<string?> OfferAsync(VisitId id, PathString wanted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - Lifetime;
        bool isFresh = await db.Visits.AnyAsync(visit => visit.Id == id && visit.StartedAt > since && visit.CodeUsedAt == null, cancel);
        if (!isFresh)
            return null;

        byte[] code = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Code(id.Value, wanted.Value ?? "/")), now + Lifetime);
        return $"{VisitPath.Of(id)}{Path}?code={WebEncoders.Base64UrlEncode(code)}";
    }

    /// <summary>Spends the code: the visit gets a new key, for the tab. None where the code is old, used or forged.</summary>
    public async Task<SpentCode?> SpendAsync(VisitId id, string? text, CancellationToken cancel)
    {
        if (Read(text) is not { } code || code.Visit != id.Value)
            return null;

        var now = clock.GetUtcNow();
        var key = VisitKey.New();
        byte[] digest = key.Digest();
        using (await db.WriteTurnAsync(cancel))
        {
            int spent = await db.Visits.Where(visit => visit.Id == id && visit.CodeUsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.CodeUsedAt, now).SetProperty(visit => visit.KeyDigest, digest), cancel);
            return spent == 1 ? new SpentCode(key, code.Wanted) : null;
        }
    }

    private Code? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<Code>(protector.Unprotect(WebEncoders.Base64UrlDecode(text ?? "")));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Code(Guid Visit, string Wanted);
}

/// <summary>A code that was good: the visit's new key, and the page to go to, below the visit.</summary>
internal sealed record SpentCode(VisitKey Key, string Wanted);
