namespace Lti.Hosting;

/// <summary>The settings of the library. Checked when the application starts.</summary>
public sealed class LtiOptions
{
    /// <summary>
    /// The tool's own address as browsers and platforms see it, such as <c>https://mentor.example.edu</c>, with a path when the tool
    /// stands below one. All own addresses come from it, never from a request. Required; https, unless
    /// <see cref="AllowPrivateNetworks"/> is set.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// Whether platforms may stand on loopback, private or link-local addresses and be reached by plain http. Off by default, since
    /// platforms name the addresses that we call (server-side request forgery). While it is off, no proxy is used: a proxy
    /// would connect on our behalf, unchecked.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>The User-Agent of outbound calls: one product token such as <c>MentorCourse/1.0</c>.</summary>
    public string UserAgent { get; set; } = "Lti/1.0";

    /// <summary>How far a platform's clock may be from ours. 60 seconds.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a person may take from the login to the launch. 10 minutes.</summary>
    public TimeSpan LoginLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a rotated key stays published after it stopped signing. 14 days.</summary>
    public TimeSpan KeyOverlap { get; set; } = TimeSpan.FromDays(14);
}
