namespace Benchmarks.Processes;

/// <summary>What the tool's administrator types about an LMS.</summary>
internal sealed record Registration(string Issuer, string ClientId, string Authorization, string Token, string Jwks, string Deployment)
{
    /// <summary>The practice LMS's addresses; the driver plays an LMS with the same ones.</summary>
    public static Registration At(Uri lms)
    {
        string root = lms.GetLeftPart(UriPartial.Authority);
        return new Registration(root, "mentor-course", $"{root}/lti/authorize", $"{root}/lti/token", $"{root}/lti/jwks", "1");
    }
}
