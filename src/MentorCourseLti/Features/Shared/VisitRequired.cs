using MentorCourseLti.Features.Audit;
using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorCourseLti.Features.Shared;

/// <summary>
/// Every page belongs to a visit, and a member's page to a visit with a course. A run that is put away is for reading, and
/// what those do who look after others is noted. Said once, for all of them.
/// </summary>
internal sealed class VisitRequired : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var visit = context.HttpContext.Features.Get<CurrentVisit>();
        if (visit is null)
            return RefusalPage.WriteAsync(context.HttpContext, Refusal.OpenFromCourse);

        bool wantsMember = context.ActionDescriptor is CompiledPageActionDescriptor page && page.HandlerTypeInfo.IsSubclassOf(typeof(MemberPage));
        if (wantsMember && visit.Member is null)
            return RefusalPage.WriteAsync(context.HttpContext, Refusal.Of(StatusCodes.Status404NotFound));
        bool isForReading = wantsMember && visit.Member is { ArchivedAt: not null } && !context.ActionDescriptor.EndpointMetadata.OfType<OpenInArchiveAttribute>().Any();
        bool isPost = HttpMethods.IsPost(context.HttpContext.Request.Method);
        if (isForReading && isPost)
            return RefuseAsync(context.HttpContext);
        if (isPost && visit.Member is { Supervises: true } member)
            context.HttpContext.RequestServices.GetRequiredService<AuditTrail>().Follow(member);
        return next();
    }

    /// <summary>Reads what was sent first: the refusal shows it, to be copied.</summary>
    private static async Task RefuseAsync(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
            await http.Request.ReadFormAsync(http.RequestAborted);
        await RefusalPage.WriteAsync(http, Refusal.Archived);
    }
}

/// <summary>A page that takes forms in a run that is put away, too.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenInArchiveAttribute : Attribute;
