using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Lti.Hosting;

/// <summary>Reads a posted form within limits.</summary>
internal static class LtiForms
{
    private const int LargestBody = 256 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBody = false,
        KeyLengthLimit = 256,
        ValueLengthLimit = LargestBody,
        ValueCountLimit = 64,
    };

    /// <summary>The form; null when the body is no form, too large or broken.</summary>
    public static async ValueTask<IFormCollection?> ReadAsync(HttpContext http)
    {
        // A multipart form may hold files; no platform sends one.
        if (http.Request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return null;
        if (http.Request.ContentLength > LargestBody)
            return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;

        try
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The one value of a parameter; null when it is absent, empty or repeated.</summary>
    public static string? One(this IFormCollection form, string name) => One(form[name]);

    /// <inheritdoc cref="One(IFormCollection, string)"/>
    public static string? One(this IQueryCollection query, string name) => One(query[name]);

    private static string? One(StringValues values) => values.Count == 1 && values[0] is { Length: > 0 } value ? value : null;
}
