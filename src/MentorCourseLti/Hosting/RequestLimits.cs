using MentorCourseLti.Hosting.Refusals;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace MentorCourseLti.Hosting;

/// <summary>How large a request may be, and what is said of those that are not well-formed.</summary>
internal static class RequestLimits
{
    /// <summary>A text of 100,000 characters, percent-encoded, and what else is in its form.</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    /// <summary>The page handler that takes files; its forms may be larger by one file.</summary>
    public const string FilesHandler = "Files";

    /// <summary>Said before the body is read: whoever reads it first would call it broken.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app, long largestFile) => app.Use((http, next) =>
    {
        long largest = LargestBody;
        if (http.Request.Query["handler"] == FilesHandler && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest += largestFile;
        return http.Request.ContentLength > largest ? RefusalPage.WriteAsync(http, Refusal.Of(StatusCodes.Status413PayloadTooLarge)) : next(http);
    });

    public static int StatusOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        { } exception when DiskFull.Is(exception) => StatusCodes.Status507InsufficientStorage,
        BadHttpRequestException exception => exception.StatusCode,
        // Reading a form throws this for exceeded limits and broken bodies.
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
