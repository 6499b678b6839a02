using System.Diagnostics.CodeAnalysis;

namespace Lti.Launching;

/// <summary>The platform about itself (LTI 1.3 core, 5.4.3).</summary>
public sealed record ToolPlatform
{
    /// <summary>The product, such as <c>moodle</c> or <c>canvas</c>.</summary>
    public string? ProductFamilyCode { get; init; }

    /// <summary>The product's version, in its own notation.</summary>
    public string? Version { get; init; }

    /// <summary>What this installation is called.</summary>
    public string? Name { get; init; }

    /// <summary>A stable id of this installation.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The claim's own name.")]
    public string? Guid { get; init; }
}
