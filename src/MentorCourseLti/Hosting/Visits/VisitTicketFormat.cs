using System.Security.Claims;
using System.Security.Cryptography;
using MentorCourseLti.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// A ticket that holds the visit's id and nothing else. A browser keeps about 10 KiB of partitioned cookies per site:
/// with ASP.NET Core's own tickets of 1,000 bytes the eleventh launch silently ends the first.
/// </summary>
internal sealed class VisitTicketFormat(IDataProtector protector) : ISecureDataFormat<AuthenticationTicket>
{
    private const int GuidLength = 16;

    public string Protect(AuthenticationTicket data) => Protect(data, purpose: null);

    public string Protect(AuthenticationTicket data, string? purpose)
    {
        var id = VisitPrincipal.VisitOf(data.Principal) ?? throw new InvalidOperationException("A ticket without a visit.");
        return WebEncoders.Base64UrlEncode(protector.Protect(id.Value.ToByteArray()));
    }

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        try
        {
            byte[] bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(protectedText ?? ""));
            return bytes.Length == GuidLength
                ? new AuthenticationTicket(VisitPrincipal.Of(new VisitId(new Guid(bytes))), CookieAuthenticationDefaults.AuthenticationScheme)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Anybody can send any cookie.
            return null;
        }
    }
}

/// <summary>The visit as ASP.NET Core's principal, which antiforgery tokens are bound to.</summary>
internal static class VisitPrincipal
{
    public static ClaimsPrincipal Of(VisitId id) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));

    public static VisitId? VisitOf(ClaimsPrincipal principal) =>
        Guid.TryParseExact(principal.FindFirst(ClaimTypes.NameIdentifier)?.Value, "N", out var id) ? new VisitId(id) : null;
}
