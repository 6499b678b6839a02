using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace PracticeLms.Launching;

/// <summary>A page that posts its hidden fields at once: how LTI's messages travel through a browser.</summary>
internal static class SelfSubmittingForm
{
    public static IResult To(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var encode = HtmlEncoder.Default;
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Opening the tool</title></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{encode.Encode(address)}\">");
        foreach (var (name, value) in fields)
        {
            page.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{encode.Encode(name)}\" value=\"{encode.Encode(value)}\">");
        }

        page.Append("<noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script></body></html>");
        return new NeverKept(page.ToString());
    }

    // A browser that goes back must ask again.
    private sealed class NeverKept(string page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-store";
            return httpContext.Response.WriteAsync(page);
        }
    }
}
