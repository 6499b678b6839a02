using MentorCourseLti.Hosting.Refusals;
using Microsoft.AspNetCore.Diagnostics;

namespace MentorCourseLti.Hosting;

/// <summary>How large a request may be, and what is said of those that are not well-formed.</summary>
internal static class RequestLimits
{
    /// <summary>A text of 100,000 characters, percent-encoded, and what else is in its form.</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    /// <summary>Said before the body is read: whoever reads it first would call it broken.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Request.ContentLength > LargestBody ? RefusalPage.WriteAsync(http, Refusal.Of(StatusCodes.Status413PayloadTooLarge)) : next(http));

    public static int StatusOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException exception => exception.StatusCode,
        // Reading a form throws this for exceeded limits and broken bodies.
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
