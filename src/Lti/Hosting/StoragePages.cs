using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Lti.Launching.Internal;
using Microsoft.AspNetCore.Http;

namespace Lti.Hosting;

/// <summary>
/// The two pages that talk with the platform's page around our frame (LTI postMessage Storage 1.0): one gives it the binding of a login, one
/// asks for it back. Each goes on by itself, whether somebody answers or not.
/// </summary>
internal static class StoragePages
{
    /// <summary>The form's word that the storage was asked, whatever came of it.</summary>
    public const string AskedField = "lti_storage_asked";

    /// <summary>What the storage answered. It counts only where our own page sends it.</summary>
    public const string ValueField = "lti_storage_value";

    private const string KeyPrefix = "lti-";

    // A platform's page may start to listen after our frame is there, so the question is put again and again. Nobody who knows the
    // answer takes this long.
    private const string Script =
        """
        (() => {
          const { subject, target, origin, key, value, next, otherwise } = document.body.dataset
          const form = document.forms[0]
          const around = window.parent === window ? window.opener : window.parent
          const id = crypto.getRandomValues(new Uint32Array(4)).join('')
          const begun = Date.now()
          let isOver = false
          const frame = () => {
            try { return target === '_parent' ? around : around?.frames[target] ?? around }
            catch { return around }
          }
          const send = message => {
            try { frame()?.postMessage(message, origin) }
            catch { /* The platform's own address is broken: nobody will answer. */ }
          }
          const end = found => {
            if (isOver) return
            isOver = true
            clearInterval(asking)
            if (!form) { location.replace(found ? next : otherwise); return }
            if (found) {
              form.elements.namedItem('lti_storage_value').value = found
              send({ subject: 'lti.put_data', message_id: id + '-', key, value: null })
            }
            form.submit()
          }
          const ask = () => {
            if (Date.now() - begun > 1500 || !around) end(null)
            else send({ subject, message_id: id, key, ...(form ? {} : { value }) })
          }
          addEventListener('message', ({ data, origin: from }) => {
            if (from !== origin || data?.message_id !== id || data.subject !== subject + '.response') return
            const answer = data.error ? null : data.value
            end(typeof answer === 'string' && (form || answer === value) ? answer : null)
          })
          const asking = setInterval(ask, 150)
          ask()
        })()
        """;

    // Whoever frames the tool may frame these pages: they show nothing, take no click, and speak to the platform's origin alone.
    private static readonly string _policy =
        $"default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors *; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    /// <summary>Gives the binding to the platform's page, then goes to the platform.</summary>
    public static Task KeepAsync(HttpContext http, LoginResult.KeepInStorage login) => WriteAsync(
        http,
        [
            ("subject", "lti.put_data"), ("target", login.Store.Target), ("origin", login.Store.Origin), ("key", KeyPrefix + login.Binding.Name),
            ("value", login.Binding.Value), ("next", login.Location), ("otherwise", login.Otherwise),
        ],
        $"""<noscript><meta http-equiv="refresh" content="0;url={Encode(login.Otherwise)}"></noscript>""",
        "");

    /// <summary>Asks the platform's page for the binding, then posts the launch once more with what it said.</summary>
    public static Task AskAsync(HttpContext http, PlatformStorage store, string bindingName, string launch, IFormCollection posted)
    {
        var form = new StringBuilder($"""<form method="post" action="{Encode(launch)}">""");
        foreach (var name in (ReadOnlySpan<string>)["state", "id_token"])
            form.Append(Hidden(name, posted.One(name) ?? ""));
        form.Append(Hidden(AskedField, "1")).Append(Hidden(ValueField, "")).Append("<noscript><button>Continue</button></noscript></form>");
        return WriteAsync(
            http,
            [("subject", "lti.get_data"), ("target", store.Target), ("origin", store.Origin), ("key", KeyPrefix + bindingName)],
            "",
            form.ToString());
    }

    private static Task WriteAsync(HttpContext http, ReadOnlySpan<(string Name, string Value)> data, string head, string body)
    {
        var page = new StringBuilder("""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Opening</title>""")
            .Append(head).Append("</head><body");
        foreach (var (name, value) in data)
            page.Append(" data-").Append(name).Append("=\"").Append(Encode(value)).Append('"');
        page.Append('>').Append(body).Append("<script>").Append(Script).Append("</script></body></html>");

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = _policy;
        // So that browsers which do not say Sec-Fetch-Site say our Origin, to us and to nobody else.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }

    private static string Hidden(string name, string value) => $"""<input type="hidden" name="{name}" value="{Encode(value)}">""";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
