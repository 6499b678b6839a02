using PracticeLms.Manners;
using PracticeLms.Tests.Drivers;

namespace PracticeLms.Tests.Journals;

public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("practice-lms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Everything_is_there_again_after_a_restart()
    {
        string key;
        await using (var lms = await Lms.StartAsync("moodle", folder))
        {
            await lms.Tool.PostScoreAsync("student-0", 17, Noon, "You <listened>.");
            await lms.Tool.PostScoreAsync("student-1", 11, Noon);
            lms.Campus.TypeGrade(lms.Column, lms.Course.Mentors[1], 12);
            lms.Campus.AddLink(lms.Course, "Week 5", 40);
            lms.Campus.Behave(Manner.Canvas);
            key = await lms.ReadAsync("/lti/jwks");
        }

        await using var again = await Lms.StartAsync("canvas", folder);
        again.GradeOf("student-0").ShouldSatisfyAllConditions(
            grade => grade.Score.ShouldBe(17),
            grade => grade.Comments.Single().Text.ShouldBe("You <listened>."),
            grade => grade.Timestamp.ShouldBe(Noon),
            grade => grade.Submissions.ShouldBe(0));
        again.GradeOf("student-1").ShouldSatisfyAllConditions(grade => grade.Score.ShouldBe(12), grade => grade.ToolScore.ShouldBe(11));
        again.Course.LineItems[^1].ScoreMaximum.ShouldBe(40);
        (await again.ReadAsync("/lti/jwks")).ShouldBe(key);
    }

    [Fact]
    public async Task A_line_that_was_torn_by_a_crash_is_cut_off()
    {
        await using (var lms = await Lms.StartAsync("moodle", folder)) await lms.Tool.PostScoreAsync("student-0", 17, Noon);
        File.AppendAllText(Path.Combine(folder, "journal.jsonl"), """{"what":"score","cour""");

        await using (var again = await Lms.StartAsync("moodle", folder))
        {
            again.GradeOf("student-0").Score.ShouldBe(17);
            await again.Tool.PostScoreAsync("student-0", 18, Noon.AddSeconds(1));
        }

        await using var third = await Lms.StartAsync("moodle", folder);
        third.GradeOf("student-0").Score.ShouldBe(18);
    }
}
