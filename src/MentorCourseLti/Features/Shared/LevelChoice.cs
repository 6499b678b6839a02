using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Shared;

/// <summary>The levels of one criterion to choose from, in a page whose <see cref="MarksForm"/> is called <c>Form</c>.</summary>
/// <param name="Index">Which criterion of the form.</param>
/// <param name="IsGrading">Number keys choose, and a level that gives a range asks for points.</param>
/// <param name="Self">What the work's author chose: shown as soon as the grader has chosen, so that it does not lead.</param>
public sealed record LevelChoice(MarksForm Form, int Index, bool IsGrading = false, SelfAssessment? Self = null)
{
    public Criterion Criterion => Form.Criteria[Index];

    public bool AsksPoints => IsGrading && Criterion.HasRanges;
}
