namespace MentorCourseLti.Hosting.Refusals;

/// <summary>What somebody typed into a form that was refused: shown again, so that it can be copied and is not lost.</summary>
internal static class UnsavedText
{
    private static readonly string[] Fields = ["Text", "Form.Prompt", "Form.Comments", "Form.Comment"];

    public static string? Of(HttpContext http)
    {
        // Only what has been read already: a refusal reads no bodies of its own.
        var form = http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        var texts = form?.Where(field => Fields.Contains(NameOf(field.Key), StringComparer.Ordinal)).Select(field => field.Value.ToString())
            .Where(text => !string.IsNullOrWhiteSpace(text));
        return texts is null ? null : string.Join("\n\n", texts) is { Length: > 0 } all ? all : null;
    }

    /// <summary>A list's field without its number.</summary>
    private static string NameOf(string field) => field.Split('[')[0];
}
