namespace Lti.Platforms;

/// <summary>The product behind a platform, as far as its manners differ. See <c>LmsQuirks</c> for what each one means.</summary>
public enum LmsFamily
{
    /// <summary>Not known, or a product without known quirks.</summary>
    Unknown = 0,

    /// <summary>Canvas by Instructure.</summary>
    Canvas = 1,

    /// <summary>Moodle and Moodle Workplace.</summary>
    Moodle = 2,
}
