using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorCourseLti.Features.Shared;

/// <summary>Every page belongs to a visit, and a member's page to a visit with a course. Said once, for all of them.</summary>
internal sealed class VisitRequired : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var visit = context.HttpContext.Features.Get<CurrentVisit>();
        if (visit is null)
            return RefusalPage.WriteAsync(context.HttpContext, Refusal.OpenFromCourse);

        bool wantsMember = context.ActionDescriptor is CompiledPageActionDescriptor page && page.HandlerTypeInfo.IsSubclassOf(typeof(MemberPage));
        return wantsMember && visit.Member is null
            ? RefusalPage.WriteAsync(context.HttpContext, Refusal.Of(StatusCodes.Status404NotFound))
            : next();
    }
}
