namespace MentorCourseLti.Hosting.Refusals;

/// <summary>What somebody typed into a form that was refused: shown again, so that it can be copied and is not lost.</summary>
internal static class UnsavedText
{
    private static readonly string[] Fields = ["Text", "Comment", "Prompt"];

    public static string? Of(HttpContext http)
    {
        // Only what has been read already: a refusal reads no bodies of its own.
        var form = http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        return form is null ? null : Fields.Select(field => form[field].ToString()).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }
}
