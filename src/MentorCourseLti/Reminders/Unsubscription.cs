using System.Security.Cryptography;
using MentorCourseLti.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace MentorCourseLti.Reminders;

/// <summary>
/// The address in an e-mail by which its reader switches e-mail off, without a course and for as long as the e-mail lies there: it is sealed with the key
/// ring, and says who it is.
/// </summary>
public sealed class Unsubscription(IDataProtectionProvider protection)
{
    public const string Path = "/reminders/unsubscribe/";

    private readonly IDataProtector seal = protection.CreateProtector("MentorCourse.Reminders.Unsubscription");

    public Uri AddressOf(Uri publicUrl, Guid platform, string subject) => publicUrl.At(Path + seal.Protect($"{platform:N}{subject}"));

    /// <summary>None where the address is not one of ours.</summary>
    public (Guid Platform, string Subject)? Read(string token)
    {
        try
        {
            string person = seal.Unprotect(token);
            return (Guid.ParseExact(person[..32], "N"), person[32..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
