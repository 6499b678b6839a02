using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Hosting;

/// <summary>
/// Our cookies live in a frame of another site: SameSite=None, Secure and Partitioned, or no browser brings them back.
/// </summary>
internal static class Cookies
{
    private const string Partitioned = "Partitioned";

    public static void AddCookies(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IDataProtectionProvider, IOptions<MentorCourseOptions>>((cookie, protection, options) =>
            {
                ForFrames(cookie.Cookie, VisitCookie.Name);
                cookie.ExpireTimeSpan = TimeSpan.FromHours(options.Value.VisitHours);
                cookie.SlidingExpiration = false;
                cookie.TicketDataFormat = new VisitTicketFormat(protection.CreateProtector("visit"));
            });
        services.AddAntiforgery(antiforgery =>
        {
            ForFrames(antiforgery.Cookie, "mc-form");
            // One for all visits: browsers keep few partitioned cookies.
            antiforgery.Cookie.Path = "/";
            antiforgery.FormFieldName = "__RequestVerificationToken";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookiePolicyOptions>(policy =>
        {
            policy.MinimumSameSitePolicy = SameSiteMode.Unspecified;
            policy.OnAppendCookie = append => append.CookieOptions.Secure = true;
            policy.OnDeleteCookie = delete => delete.CookieOptions.Secure = true;
        });
    }

    private static void ForFrames(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.None;
        cookie.IsEssential = true;
        // Antiforgery throws on plain http when this is Always; the cookie policy adds Secure to every cookie instead.
        cookie.SecurePolicy = CookieSecurePolicy.None;
        cookie.Extensions.Add(Partitioned);
    }
}
