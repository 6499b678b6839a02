namespace PracticeLms.Hosting;

/// <summary>Reads forms that anybody may have sent.</summary>
internal static class Forms
{
    /// <summary>The form, or an empty one where the body is none.</summary>
    public static async Task<IFormCollection> FormAsync(this HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
}
