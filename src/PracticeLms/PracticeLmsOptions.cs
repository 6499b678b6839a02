using PracticeLms.Manners;

namespace PracticeLms;

/// <summary>What a practice LMS is started with: from the command line (<c>--members 24</c>) or from settings (<c>PracticeLms__Members</c>).</summary>
public sealed class PracticeLmsOptions
{
    /// <summary>The folder of the journal and the keys. Empty keeps everything in memory only.</summary>
    public string Data { get; set; } = Path.Combine("data", "practice");

    /// <summary>Where the tool is. May be set after the start, when a test knows the tool's port only then.</summary>
    public Uri Tool { get; set; } = new("http://localhost:5080");

    /// <summary>The address that people and tools use, and the issuer of every launch. The first listening address when it is not set.</summary>
    public Uri? PublicUrl { get; set; }

    public int Courses { get; set; } = 1;

    /// <summary>Mentors over all courses: student n is in course n modulo the number of courses.</summary>
    public int Members { get; set; } = 24;

    /// <summary>Links with a gradebook column in each course; one more without a column always follows them.</summary>
    public int Links { get; set; } = 3;

    /// <summary><c>moodle</c> or <c>canvas</c>. When it is not set, the manner of the last run stays, and Moodle's is the first.</summary>
    public string? Manner { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>What is wrong, each sentence beginning with the setting's name; empty when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsWebAddress(Tool)) yield return $"--tool: '{Tool}' is not an http or https address.";
        if (PublicUrl is not null && !IsWebAddress(PublicUrl)) yield return $"--public-url: '{PublicUrl}' is not an http or https address.";
        if (Courses is < 1 or > 1_000) yield return $"--courses: {Courses} is not between 1 and 1000.";
        if (Members is < 1 or > 100_000) yield return $"--members: {Members} is not between 1 and 100000.";
        if (Links is < 1 or > 200) yield return $"--links: {Links} is not between 1 and 200.";
        if (Manner is not null && Manners.Manner.Named(Manner) is null) yield return $"--manner: '{Manner}' is neither moodle nor canvas.";
    }

    private static bool IsWebAddress(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
