using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Where the mentor places the own work.</summary>
public sealed class SelfAssessmentForm : MarksForm
{
    public override bool IsWhole => true;

    /// <param name="before">What the mentor thought of an earlier attempt.</param>
    public static SelfAssessmentForm Of(IReadOnlyList<Criterion> criteria, SelfAssessment? before)
    {
        var form = new SelfAssessmentForm();
        form.Fill(criteria, before?.Marks ?? []);
        return form;
    }

    public SelfAssessment For(AttemptId attempt) => new() { AttemptId = attempt, RubricThen = Criteria, Marks = ToMarks() };
}
