using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MentorCourseLti.Hosting;

/// <summary>Writes a view where no Razor page answers: out of the pipeline, or for the protocol library.</summary>
internal static class ViewPage
{
    public static Task WriteAsync<TModel>(HttpContext http, string view, int status, TModel model)
    {
        http.Response.StatusCode = status;
        var result = new ViewResult
        {
            ViewName = view,
            StatusCode = status,
            ViewData = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model },
        };
        return result.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}
