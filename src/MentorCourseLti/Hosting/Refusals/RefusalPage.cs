using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MentorCourseLti.Hosting.Refusals;

/// <summary>Writes a refusal as a page, wherever in the pipeline it came up.</summary>
internal static class RefusalPage
{
    private const string View = "/Features/Shared/Refusal.cshtml";

    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        // Refusals must be readable in the frame they appear in, whoever's it is: nobody could abuse them.
        SecurityHeaders.AllowAnyFrame(http);
        http.Response.StatusCode = refusal.Status;
        var result = new ViewResult
        {
            ViewName = View,
            StatusCode = refusal.Status,
            ViewData = new ViewDataDictionary<Refusal>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = refusal },
        };
        return result.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}
