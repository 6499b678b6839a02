using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using PracticeLms.Control;
using PracticeLms.Courses;
using PracticeLms.DeepLinking;
using PracticeLms.Journals;
using PracticeLms.Launching;
using PracticeLms.Manners;
using PracticeLms.Registration;
using PracticeLms.Services;
using PracticeLms.Troubles;

namespace PracticeLms.Hosting;

internal static class ServiceRegistration
{
    public static void AddPracticeLms(this IServiceCollection services, PracticeLmsOptions options, Campus campus)
    {
        var folder = string.IsNullOrWhiteSpace(options.Data) ? null : options.Data;
        var journal = folder is null ? Journal.InMemory() : Journal.Open(folder, campus.Apply);
        campus.WriteTo(journal);
        if (Manner.Named(options.Manner) is { } manner && manner != campus.Manner) campus.Behave(manner);

        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(campus);
        // By a factory, so that the container disposes it: the journal writes its last lines then.
        services.AddSingleton(_ => journal);
        services.AddSingleton(_ => SigningKey.Open(folder));
        services.AddSingleton<Mischief>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<LaunchTable>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ToolKeys>();
        services.AddSingleton<ToolSignatures>();
        services.AddSingleton<PickTable>();
        services.AddSingleton<PickReturn>();
        services.AddSingleton<RegistrationTokens>();
        services.AddSingleton<RegistrationEndpoint>();
        services.AddSingleton<ServiceGate>();
        services.AddSingleton<ServiceAddresses>();
        services.AddSingleton<Paging>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<LineItemService>();
        services.AddSingleton<ScoreService>();
        services.AddSingleton<ResultService>();
        services.AddSingleton<MembershipService>();
        services.AddSingleton<LoginInitiation>();
        services.AddSingleton<Authorization>();
        services.AddSingleton<IdToken>();
        services.AddSingleton<StateReport>();

        services.AddRouting();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Pages";
            pages.Conventions.AuthorizeFolder("/");
            foreach (var open in (string[])["/LogIn", "/ChooseSettings", "/RegisterTool", "/Refuse"]) pages.Conventions.AllowAnonymousToPage(open);
        });
        // Cookies know no ports: the tool's on the same host must not meet ours.
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "practice-lms-form");
        services.Configure<CookieTempDataProviderOptions>(said => said.Cookie.Name = "practice-lms-said");
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "practice-lms";
            cookie.LoginPath = "/login";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            // A cookie of an earlier run may name somebody who is not here any more.
            cookie.Events.OnValidatePrincipal = context =>
            {
                if (campus.FindPerson(context.Principal?.Identity?.Name) is null) context.RejectPrincipal();
                return Task.CompletedTask;
            };
        });

        var protection = services.AddDataProtection().SetApplicationName("PracticeLms");
        if (folder is not null) protection.PersistKeysToFileSystem(new(Path.Combine(folder, "keys")));
        else protection.UseEphemeralDataProtectionProvider();
    }
}
