namespace MentorCourseLti.Hosting;

/// <summary>Addresses below the tool's public one, which may have a path of its own.</summary>
internal static class PublicAddress
{
    /// <param name="path">Begins with a slash.</param>
    public static Uri At(this Uri publicUrl, string path) => new($"{publicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}");
}
