using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lti.Hosting;

/// <summary>Reads a posted form within limits.</summary>
internal static class LtiForms
{
    private const int LargestBody = 256 * 1024;

    /// <summary>The form; null when the body is no form, too large or broken.</summary>
    public static async ValueTask<IFormCollection?> ReadAsync(HttpContext http)
    {
        // A multipart form may hold files; no platform sends one.
        if (!IsUrlEncoded(http.Request.ContentType) || http.Request.ContentLength > LargestBody)
            return null;
        if (http.Features.Get<IFormFeature>()?.Form is { } alreadyRead)
            return alreadyRead;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;

        // Always UTF-8 (WHATWG URL standard, 5): a charset in the header is somebody's mistake, and one of them (utf-7) throws.
        var reader = new FormPipeReader(http.Request.BodyReader, Encoding.UTF8)
        {
            KeyLengthLimit = 256,
            ValueLengthLimit = LargestBody,
            ValueCountLimit = 64,
        };
        try
        {
            return new FormCollection(await reader.ReadFormAsync(http.RequestAborted));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static bool IsUrlEncoded(string? contentType)
    {
        var end = contentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return contentType.AsSpan(0, end < 0 ? contentType?.Length ?? 0 : end)
            .Trim()
            .Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The one value of a parameter; null when it is absent, empty or repeated.</summary>
    public static string? One(this IFormCollection form, string name) => One(form[name]);

    /// <inheritdoc cref="One(IFormCollection, string)"/>
    public static string? One(this IQueryCollection query, string name) => One(query[name]);

    private static string? One(StringValues values) => values.Count == 1 && values[0] is { Length: > 0 } value ? value : null;
}
