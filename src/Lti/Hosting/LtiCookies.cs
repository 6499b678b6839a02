using System.Globalization;
using Lti.Launching.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lti.Hosting;

/// <summary>
/// The library's two cookies. Both are Partitioned: in a frame on another site no other cookie comes back, and a browser that knows no
/// partitions ignores the word. Secure always: browsers accept it over plain http on loopback. Written by hand because the cookie
/// options know no Partitioned, and so that no cookie policy of the application changes them.
/// </summary>
internal sealed class LtiCookies
{
    private const string LoginPrefix = "lti-";
    private const string ProbeName = "lti-probe";

    // Browsers cap a cookie's life at 400 days.
    private const int ProbeSeconds = 365 * 24 * 60 * 60;

    private readonly string _loginAttributes;
    private readonly string _deletion;
    private readonly string _probe;

    public LtiCookies(OwnAddresses own, IOptions<LtiOptions> options)
    {
        var common = $"Path={own.CookiePath}; Secure; HttpOnly; SameSite=None; Partitioned";
        var seconds = ((int)options.Value.LoginLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        _loginAttributes = $"; Max-Age={seconds}; {common}";
        _deletion = $"=; Max-Age=0; {common}";
        _probe = $"{ProbeName}=1; Max-Age={ProbeSeconds.ToString(CultureInfo.InvariantCulture)}; {common}";
    }

    /// <summary>Whether this browser keeps our cookies here, in this frame on this site.</summary>
    public static bool Work(HttpRequest request) => request.Cookies.ContainsKey(ProbeName);

    public static string? Binding(HttpRequest request, LoginState? state) =>
        state is null ? null : request.Cookies[LoginPrefix + state.BindingName];

    /// <summary>Ties the browser to a login, and asks it to show next time that it keeps cookies.</summary>
    public void Bind(HttpContext http, Binding binding)
    {
        http.Response.Headers.Append("Set-Cookie", $"{LoginPrefix}{binding.Name}={binding.Value}{_loginAttributes}");
        if (!Work(http.Request))
            http.Response.Headers.Append("Set-Cookie", _probe);
    }

    /// <summary>A login is used up by its launch, whatever came of it; a browser keeps only about 10 KiB of cookies for us.</summary>
    public void Unbind(HttpContext http, LoginState state) =>
        http.Response.Headers.Append("Set-Cookie", $"{LoginPrefix}{state.BindingName}{_deletion}");
}
