using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace MentorCourseLti.Features.Archive;

/// <summary>Sends a zip that is written while it goes out. How long it becomes nobody knows before.</summary>
internal static class ZipDownload
{
    /// <param name="name">Of the file, without its ending.</param>
    public static async Task<IActionResult> SendAsync(HttpContext http, string name, DateTimeOffset at, RunningArchive run, Func<StreamedZip, Task> write, ILogger log)
    {
        var gone = http.RequestAborted;
        http.Response.ContentType = "application/zip";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.zip");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        try
        {
            var zip = await StreamedZip.BeginAsync(http.Response.Body, at, gone);
            await write(zip);
            await zip.CompleteAsync(gone);
            // Before the answer ends: whoever has it all may begin another one.
            await run.CompleteAsync();
        }
        catch (Exception exception)
        {
            // Whoever downloads it has gone away, or something broke here. An answer that ended in order would look whole: the browser is to say that it failed.
            if (!gone.IsCancellationRequested)
                Log.DownloadBroke(log, exception);
            http.Abort();
        }

        return new EmptyResult();
    }
}
