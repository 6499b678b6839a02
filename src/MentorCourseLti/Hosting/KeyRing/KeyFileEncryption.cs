using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace MentorCourseLti.Hosting.KeyRing;

/// <summary>Seals elements of ASP.NET Core's key ring with the key file.</summary>
internal sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    internal const string Element = "sealedByKeyFile";
    internal const string KeyName = "key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        string text = plaintextElement.ToString(SaveOptions.DisableFormatting);
        return new EncryptedXmlInfo(new XElement(Element, new XAttribute(KeyName, file.Name), file.Seal(Encoding.UTF8.GetBytes(text))), typeof(KeyFileDecryptor));
    }
}

/// <summary>Opens them again. The key ring itself names this class: see decision 0010 before it is renamed or moved.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var file = services.GetService<KeyFile>()
            ?? throw new System.Security.Cryptography.CryptographicException("This key was sealed with a key file: name it in MentorCourse:KeyRing:KeyFile.");
        string name = encryptedElement.Attribute(KeyFileEncryptor.KeyName)?.Value ?? "";
        return XElement.Parse(Encoding.UTF8.GetString(file.Open(name, encryptedElement.Value)));
    }
}
