using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace MentorCourseLti.Hosting;

/// <summary>The style sheet and scripts as Vite built them: their names carry a hash, so browsers keep them for good.</summary>
public sealed class Assets
{
    private const string Base = "/dist";

    private readonly Dictionary<string, string> addresses;

    public Assets(IWebHostEnvironment environment)
    {
        Folder = Path.Combine(environment.ContentRootPath, "wwwroot", "dist");
        string manifest = Path.Combine(Folder, "manifest.json");
        if (!File.Exists(manifest))
            throw new SettingsException($"The built style sheet and scripts are missing ({manifest}). Build with the .NET SDK and Node 20, or run the published output whole.");

        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        addresses = json.RootElement.EnumerateObject().ToDictionary(
            entry => entry.Name, entry => $"{Base}/{entry.Value.GetProperty("file").GetString()}", StringComparer.Ordinal);
    }

    internal string Folder { get; }

    public string StyleSheet => addresses["styles/main.css"];

    /// <summary>The service worker by which a session can be logged without a connection.</summary>
    internal string Worker => Path.Combine(Folder, "capsule-worker.js");

    public string Script => addresses["scripts/main.ts"];
}

internal static class AssetsServing
{
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<Assets>();
        return app.UseWhen(http => http.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal), files => files
            .UseResponseCompression()
            .UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(assets.Folder),
                RequestPath = "/dist",
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }));
    }
}
