namespace Benchmarks.Launches;

/// <summary>
/// The least that any tool in ASP.NET Core costs: the same three requests with their cookies, and no checks. A process
/// of its own, with the tool's levels of logging and its collector. With <see cref="LeastWork"/> it costs the least that any tool does that can be trusted.
/// </summary>
internal static class NullTool
{
    private const string LoginCookie = "null-login";
    private const string VisitCookie = "null-visit";
    private const string Fixed = "0123456789abcdef";
    private const int PageLength = 1_024;

    public static async Task<int> RunAsync(string urls, LeastWork? work)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();

        string page = Page();
        var cookie = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None };
        app.MapPost("/lti/login", async (HttpContext http) =>
        {
            // Whoever answers before the form is there makes the server cut the connection.
            await http.Request.ReadFormAsync();
            var (state, nonce) = work?.LogIn() ?? (Fixed, Fixed);
            http.Response.Cookies.Append(LoginCookie, Fixed, cookie);
            http.Response.Redirect($"http://localhost/lti/authorize?state={state}&nonce={nonce}");
        });
        app.MapPost("/lti/launch", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (form["id_token"] is not [{ } token] || !http.Request.Cookies.ContainsKey(LoginCookie) || work?.Launch(token) is false)
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            http.Response.Cookies.Append(VisitCookie, Fixed, cookie);
            http.Response.Redirect("/page");
        });
        app.MapGet("/page", (HttpContext http) =>
        {
            if (!http.Request.Cookies.ContainsKey(VisitCookie))
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(page);
        });
        await app.RunAsync();
        return 0;
    }

    private static string Page()
    {
        const string before = "<!DOCTYPE html><html lang=\"en\"><head><title>Null</title></head><body><p>data-editor ";
        const string after = "</p></body></html>\n";
        return before + new string('.', PageLength - before.Length - after.Length) + after;
    }
}
