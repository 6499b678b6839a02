using MentorCourseLti.Features.Rubrics;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Tests.Features.Rubrics;

public sealed class RubricFormTests
{
    [Fact]
    public void What_is_new_is_never_taken_for_what_was_there_once()
    {
        Criterion[] ever = [new("c1", "Listens", "", [new("l1", "Always", 4, ""), new("l2", "Often", 2, "")]), new("c2", "Asks", "", [])];
        var form = new RubricForm { Criteria = [new CriterionForm { Key = "c1", Title = "Listens", Levels = [new LevelForm { Key = "l1", Name = "Always", Points = "4" }, new LevelForm { Name = "Rarely", Points = "1" }] }, new CriterionForm { Title = "Waits" }] };
        var criteria = form.ToCriteria(ever);
        criteria.Select(criterion => criterion.Key).ShouldBe(["c1", "c3"]);
        criteria[0].Levels.Select(level => level.Key).ShouldBe(["l1", "l3"]);
    }
}
