using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MentorCourseLti.Data.Stores;

namespace MentorCourseLti.Hosting.KeyRing;

/// <summary>
/// ASP.NET Core's key ring, which protects the private halves of the tool's own keys. It lies in the database beside them, so it is itself
/// sealed with something that does not: a certificate or a key file.
/// </summary>
internal static class KeyRingRegistration
{
    public static void AddKeyRing(this IServiceCollection services, MentorCourseOptions.KeyRingSection options)
    {
        services.AddSingleton<IXmlRepository, DataProtectionKeys>();
        // Sealed in one pass; ASP.NET Core's default (CBC with HMAC) costs twice as much, several times in every launch.
        var ring = services.AddDataProtection().SetApplicationName("MentorCourseLti")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);

        if (options.KeyFile is { Length: > 0 } keyFile)
        {
            var file = KeyFile.Read(keyFile);
            services.AddSingleton(file);
            services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new KeyFileEncryptor(file));
        }
        else if (options.CertificateFiles.Count > 0)
        {
            var certificates = options.CertificateFiles.Select(path => ReadCertificate(path, options.CertificatePassword)).ToArray();
            ring.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate(certificates);
        }

        services.AddHostedService<KeyRingSealing>();
    }

    private static X509Certificate2 ReadCertificate(string path, string? password)
    {
        try
        {
            var certificate = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new SettingsException($"MentorCourse:KeyRing:CertificateFiles: {path} has no private key.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"MentorCourse:KeyRing:CertificateFiles: {path} cannot be read: {exception.Message}");
        }
    }
}
