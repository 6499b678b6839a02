using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Groups;

/// <summary>A school that the programme works with, or the teacher there.</summary>
public sealed class SchoolPartner
{
    public required SchoolPartnerId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; set; }

    public required string Name { get; set; }

    public required DateTimeOffset AddedAt { get; init; }
}
