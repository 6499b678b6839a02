namespace MentorCourseLti.Hosting;

/// <summary>A page that may list hundreds of people: it is worth compressing.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LongPageAttribute : Attribute;

internal static class LongPages
{
    /// <summary>
    /// After routing. Compressing what a secret stands in can give it away to whoever makes a browser ask for the page again and again and sees
    /// the lengths (BREACH); of these pages nobody else knows the addresses, which name the visit.
    /// </summary>
    public static IApplicationBuilder UseLongPageCompression(this IApplicationBuilder app) =>
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<LongPageAttribute>() is not null, pages => pages.UseResponseCompression());
}
