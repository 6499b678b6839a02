using Microsoft.AspNetCore.Diagnostics;

namespace MentorCourseLti.Hosting;

/// <summary>How large a request may be, and what is said of those that are not well-formed.</summary>
internal static class RequestLimits
{
    /// <summary>A text of 100,000 characters, percent-encoded, and what else is in its form.</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    public static int StatusOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException exception => exception.StatusCode,
        // Reading a form throws this for exceeded limits and broken bodies.
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
