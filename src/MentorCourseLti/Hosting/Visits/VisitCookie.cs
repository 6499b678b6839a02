using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using MentorCourseLti.Data;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// The cookie that shows that a visit is this browser's. Its path is the visit's own, and it holds the visit's
/// protected id and nothing else: a browser keeps about 10 KiB of partitioned cookies per site, and with ASP.NET Core's
/// own tickets of 1,000 bytes the eleventh launch silently ends the first. Written by hand, since cookie options know no Partitioned.
/// </summary>
public sealed class VisitCookie(IDataProtectionProvider protection)
{
    public const string Name = "mc";

    private const int GuidLength = 16;

    private readonly IDataProtector protector = protection.CreateProtector("visit");

    public void Issue(HttpContext http, VisitId id)
    {
        string value = WebEncoders.Base64UrlEncode(protector.Protect(id.Value.ToByteArray()));
        http.Response.Headers.Append("Set-Cookie", $"{Name}={value}; Path={VisitPath.Of(id)}; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    public bool Shows(HttpRequest request, VisitId id)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
            return false;
        try
        {
            byte[] bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(value));
            return bytes.Length == GuidLength && new Guid(bytes) == id.Value;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Anybody can send any cookie.
            return false;
        }
    }
}
