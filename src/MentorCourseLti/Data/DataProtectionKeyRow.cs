namespace MentorCourseLti.Data;

/// <summary>One element of ASP.NET Core's key ring, shared by all nodes.</summary>
public sealed class DataProtectionKeyRow
{
    public int Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
