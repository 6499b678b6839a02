using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Internship.Terms;

public sealed class ReadyInternshipTests
{
    public static TheoryData<string> Keys => [.. ReadyInternship.Work.Select(work => work.Key)];

    public static TheoryData<string> Reflections => [.. DueWork.Select(work => work.Key)];

    public static TheoryData<int> Lengths => [.. ReadyInternship.Lengths];

    private static IEnumerable<PlannedWork> DueWork => ReadyInternship.Work.Where(work => work.Kind == ActivityKind.Reflection);

    private static IEnumerable<Criterion> AllCriteria => ReadyInternship.Work.SelectMany(work => work.Criteria);

    [Fact]
    public void Every_work_has_its_own_key_and_title()
    {
        ReadyInternship.Work.Select(work => work.Key).ShouldBe(["goals", "before", "after", "midterm", "culture", "leadership", "final", "log"]);
        ReadyInternship.Work.Select(work => work.Title).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_work_is_due_within_its_term_and_in_order(int length)
    {
        var weeks = DueWork.Select(work => work.WeekOf[length]).ToList();
        weeks.ShouldAllBe(week => week >= 1 && week <= length);
        weeks.ShouldBe(weeks.Order());
        weeks.ShouldBeUnique();
        weeks[^1].ShouldBe(length);
    }

    [Theory]
    [MemberData(nameof(Reflections))]
    public void A_reflection_has_a_week_in_each_length_of_term_and_in_no_other(string key) =>
        Find(key).WeekOf.Keys.ShouldBe(ReadyInternship.Lengths, ignoreOrder: true);

    [Fact]
    public void The_log_runs_all_term_toward_its_hours_and_has_no_rubric()
    {
        var log = ReadyInternship.Work.Where(work => work.Kind == ActivityKind.MentoringLog).ShouldHaveSingleItem();
        log.GoalHours.ShouldBe(10);
        log.Points.ShouldBe(20);
        log.Criteria.ShouldBeEmpty();
        log.WeekOf.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reflections))]
    public void The_rubric_of_a_reflection_has_the_points_that_the_work_counts(string key)
    {
        var work = Find(key);
        work.Criteria.Count.ShouldBeInRange(4, 6);
        work.Criteria.Sum(criterion => criterion.Points).ShouldBe(work.Points);
        work.GoalHours.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Reflections))]
    public void Criteria_and_their_levels_can_be_told_apart(string key)
    {
        var criteria = Find(key).Criteria;
        criteria.Select(criterion => criterion.Key).ShouldBeUnique();
        criteria.Select(criterion => criterion.Title).ShouldBeUnique();
        foreach (var criterion in criteria)
        {
            criterion.Levels.Select(level => level.Key).ShouldBeUnique();
            criterion.Levels.Select(level => level.Name).ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Reflections))]
    public void Levels_come_best_first_and_end_with_nothing(string key)
    {
        foreach (var criterion in Find(key).Criteria)
        {
            var points = criterion.Levels.Select(level => level.Points).ToList();
            points.Count.ShouldBe(4);
            points.ShouldBe(points.OrderDescending());
            points.ShouldBeUnique();
            points[^1].ShouldBe(0);
        }
    }

    [Fact]
    public void No_two_rubrics_judge_by_the_same_words()
    {
        AllCriteria.Select(criterion => criterion.Title).ShouldBeUnique();
        AllCriteria.Select(criterion => criterion.Description).ShouldBeUnique();
        AllCriteria.SelectMany(criterion => criterion.Levels).Select(level => level.Description).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_prompt_is_short_and_its_last_line_cites_its_source(string key)
    {
        string prompt = Find(key).Prompt;
        prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeInRange(70, 160);
        prompt.Split('\n')[^1].ShouldMatch(@"^\*[^*]+\b(1983|1988|2001|2009)\b[^*]+\*$");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_prompt_is_shown_without_headings_and_without_broken_lines(string key)
    {
        string html = MarkdownText.ToHtml(Find(key).Prompt);
        html.ShouldNotContain("<h");
        html.ShouldNotContain("<br");
        html.ShouldContain("<em>");
    }

    private static PlannedWork Find(string key) => ReadyInternship.Work.Single(work => work.Key == key);
}
