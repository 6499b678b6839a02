using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Shared;

/// <summary>A rubric to read: empty beside the editor, filled in as feedback.</summary>
public sealed record RubricToRead(IReadOnlyList<Criterion> Criteria, Assessment? Assessment = null);
