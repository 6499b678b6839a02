namespace MentorCourseLti.Hosting.Refusals;

/// <summary>Writes a refusal as a page, wherever in the pipeline it came up.</summary>
internal static class RefusalPage
{
    private const string View = "/Features/Shared/Refusal.cshtml";

    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        // Refusals must be readable in the frame they appear in, whoever's it is: nobody could abuse them.
        SecurityHeaders.AllowAnyFrame(http);
        return ViewPage.WriteAsync(http, View, refusal.Status, refusal);
    }
}
