using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Features.Activities;

/// <summary>The three times of an activity to edit, with what the LMS says of them.</summary>
public sealed record WindowToEdit(WindowForm Form, LmsTerms? Lms, string PlatformName);
