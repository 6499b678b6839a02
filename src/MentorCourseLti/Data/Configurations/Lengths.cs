namespace MentorCourseLti.Data.Configurations;

/// <summary>Longest texts that columns keep, in characters.</summary>
internal static class Lengths
{
    public const int Title = 400;

    /// <summary>Ids of earlier contexts, as an LMS strings them together.</summary>
    public const int History = 2_000;

    /// <summary>Addresses that people type.</summary>
    public const int Link = 1_000;

    /// <summary>IANA zones.</summary>
    public const int TimeZone = 64;

    /// <summary>LTI limits ids to 255 ASCII characters (core, 5.3 and 5.4).</summary>
    public const int LmsId = 255;
}
