namespace MentorCourseLti.Hosting;

/// <summary>
/// Antiforgery for forms that live in a frame of another site: its cookie is SameSite=None, Secure and Partitioned, or
/// no browser brings it back.
/// </summary>
internal static class FormTokens
{
    public static void AddFormTokens(this IServiceCollection services) => services.AddAntiforgery(antiforgery =>
    {
        var cookie = antiforgery.Cookie;
        cookie.Name = "mc-form";
        // One for all visits: browsers keep few partitioned cookies.
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.None;
        // SecurePolicy=Always throws on plain http, as behind a proxy or on loopback; the words say the same to browsers.
        cookie.SecurePolicy = CookieSecurePolicy.None;
        cookie.Extensions.Add("Secure");
        cookie.Extensions.Add("Partitioned");
        antiforgery.SuppressXFrameOptionsHeader = true;
    });
}
