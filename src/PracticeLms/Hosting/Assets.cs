using Microsoft.AspNetCore.StaticFiles;

namespace PracticeLms.Hosting;

/// <summary>Style sheets and scripts out of the assembly.</summary>
internal static class Assets
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name) =>
        typeof(Assets).Assembly.GetManifestResourceStream(name) is { } file && ContentTypes.TryGetContentType(name, out var type)
            ? Results.Stream(file, type)
            : Results.NotFound());
}
