namespace MentorCourseLti.Hosting;

/// <summary>Origins as content security policies name them. Built of parts, because an address as a whole may hold what ends a directive.</summary>
internal static class WebOrigin
{
    /// <summary>Null for what is no web address.</summary>
    public static string? Of(Uri? address) => address is not { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? null
        // The form that headers take: international names in ASCII.
        : $"{address.Scheme}://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
}
