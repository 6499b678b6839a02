using System.Xml.Linq;
using MentorCourseLti.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Hosting.KeyRing;

/// <summary>
/// Seals what an earlier start, without certificate or key file, left open in the key ring; where there still is none, says so in the log.
/// </summary>
internal sealed partial class KeyRingSealing(IOptions<KeyManagementOptions> options, IServiceScopeFactory scopes, ILogger<KeyRingSealing> log) : IHostedService
{
    // ASP.NET Core marks with it what must not be stored open (XmlEncryptionExtensions.EncryptIfNecessary).
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName MustBeSealed = Protection + "requiresEncryption";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.XmlEncryptor is not { } encryptor)
        {
            RingIsOpen(log);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        int count = 0;
        foreach (var row in await db.DataProtectionKeys.AsNoTracking().ToListAsync(cancellationToken))
        {
            var element = XElement.Parse(row.Xml);
            if (!Seal(element, encryptor))
                continue;
            string xml = element.ToString(SaveOptions.DisableFormatting);
            using (await db.WriteTurnAsync(cancellationToken))
                await db.DataProtectionKeys.Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Xml, xml), cancellationToken);
            count++;
        }

        if (count > 0)
            RingWasSealed(log, count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool Seal(XElement element, IXmlEncryptor encryptor)
    {
        var open = element.DescendantsAndSelf().Where(one => (bool?)one.Attribute(MustBeSealed) == true).ToList();
        foreach (var one in open)
        {
            var info = encryptor.Encrypt(new XElement(one));
            one.ReplaceWith(new XElement(
                Protection + "encryptedSecret", new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement));
        }

        return open.Count > 0;
    }

    [LoggerMessage(90, LogLevel.Warning, "The key ring lies open in the database, beside the private keys that it protects. Set MentorCourse:KeyRing:KeyFile (\"keys make-file\" writes one) or MentorCourse:KeyRing:CertificateFiles.")]
    private static partial void RingIsOpen(ILogger log);

    [LoggerMessage(91, LogLevel.Information, "Sealed {Count} keys that lay open in the key ring.")]
    private static partial void RingWasSealed(ILogger log, int count);
}
