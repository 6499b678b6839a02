using PracticeLms.Control;
using PracticeLms.Journals;
using PracticeLms.Launching;
using PracticeLms.Registration;
using PracticeLms.Services;

namespace PracticeLms.Hosting;

internal static class Pipeline
{
    public static void UsePracticeLms(this WebApplication app)
    {
        // Asked for once, so that the container closes the journal at the end.
        app.Services.GetRequiredService<Journal>();

        app.UseBadInputAnswers();
        app.UseStatusCodePagesWithReExecute("/refused/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapServices();
        app.MapLaunching();
        app.MapRegistration();
        app.MapControl();
        app.MapAssets();
        app.MapRazorPages();
    }

    // Reading a form or a body may end in these; either is the sender's mistake.
    private static void UseBadInputAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException or IOException && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("This request cannot be read: it is broken, or larger than it may be.", http.RequestAborted);
        }
    });
}
