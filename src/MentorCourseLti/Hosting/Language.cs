using System.Globalization;

namespace MentorCourseLti.Hosting;

/// <summary>Pages, mail and files speak English, whatever the server's own language is. (A second one would be asked for at each request.)</summary>
internal static class Language
{
    public static void Use() =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en");
}
