using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>One page of the application as its endpoints name it: its route, and what can be posted to it.</summary>
public sealed record PageRoute(string Pattern, string Model, IReadOnlyList<string> Posts)
{
    /// <summary>Every page there is. A new one is in here by itself.</summary>
    public static async Task<IReadOnlyList<PageRoute>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<PageRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
                continue;
            var page = await loader.LoadAsync(descriptor, endpoint.Metadata);
            var posts = page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name is null ? "" : $"?handler={handler.Name}");
            routes.Add(new PageRoute($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", page.ModelTypeInfo!.Name, [.. posts]));
        }

        return routes;
    }

    public bool HasId => Pattern.Contains("{id", StringComparison.Ordinal);

    /// <param name="second">For the few pages that are about something of something; the same where it does not matter.</param>
    public string With(Guid id, Guid? second = null) => Pattern.Replace("{id:guid?}", $"{id}", StringComparison.Ordinal).Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
        .Replace("{entry:guid?}", $"{second ?? id}", StringComparison.Ordinal).Replace("{sample:guid}", $"{second ?? id}", StringComparison.Ordinal);

    public string WithoutId => Pattern.Replace("/{id:guid?}", "", StringComparison.Ordinal);

    public override string ToString() => Pattern;
}
